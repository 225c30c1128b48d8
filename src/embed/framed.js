// The page in a frame on somebody else's page: it tells how high it is, looks as the frame's address asks
// (?theme=dark&accent=0d5a62&text-size=large), and leads to itself without a frame. start.js loads this in frames only.
import { fits, hex, on } from './accent.js';

const NAME = 'comeback-height';
const SIZES = { small: '87.5%', medium: '100%', large: '118.75%' };

const adopt = (style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
};

// Taken before the page has its own way with the address.
const asked = new URLSearchParams(location.search);
const secret = /[?&]secret=([a-z0-9]+)/i.exec(location.hash)?.[1];

// How it looks. An accent that could not be read is left out, in the theme in which it could not.
const theme = ['light', 'dark'].find((one) => one === asked.get('theme'));
if (theme) adopt(`:root { color-scheme: ${theme} }`);
const accent = hex(asked.get('accent'));
const inTheme = (name) => {
  const [light, dark] = ['light', 'dark'].map((one) => accent && fits(accent, one));
  const [, first, second] = /\((.+),(.+)\)/.exec(getComputedStyle(document.documentElement).getPropertyValue(name)) ?? [];
  const own = name === '--accent' ? accent : on(accent);
  return `${name}: light-dark(${light ? own : first}, ${dark ? own : second});`;
};
if (accent && (fits(accent, 'light') || fits(accent, 'dark'))) {
  const deep = '--accent-deep: color-mix(in oklab, var(--accent) 80%, var(--ink));';
  adopt(`:root { ${inTheme('--accent')} ${inTheme('--on-accent')} ${deep} }`);
} else if (asked.has('accent')) {
  console.warn('Comeback: this accent is no colour like #0d5a62, or too pale to be read, so the usual one stands.');
}
const wanted = asked.get('text-size');
const size = SIZES[wanted] ?? (wanted >= 10 && wanted <= 40 ? `${Number(wanted)}px` : '');
if (size) adopt(`:root { font-size: ${size} }`);

// How high it is. Whoever follows says so; from then on nothing here may depend on the height of the frame, or both would
// grow by each other. WordPress has words of its own for this, a height of 1000 at most, and a secret in the address.
adopt('body { display: flow-root } .work { min-height: 0 }');
const tell = (what, value) => secret && parent.postMessage({ message: what, value, secret }, '*');
let height = 0;
const post = () => {
  parent.postMessage({ [NAME]: height }, '*');
  tell('height', height);
};
let followed = false;
addEventListener('message', ({ data, source }) => {
  if (data !== NAME || source !== parent || followed) return;
  followed = true;
  adopt('.field { max-height: 40rem } .coach, .coach.sheet { position: static; max-height: none }');
  if (height) post();
});
const { body } = document;
const observer = new ResizeObserver(([{ borderBoxSize: [{ blockSize }] }]) => {
  if (height === Math.ceil(blockSize)) return;
  height = Math.ceil(blockSize);
  post();
  // Once for each drawing: WebKit takes what changes twice in one for a fault, and says so on the console.
  observer.unobserve(body);
  requestAnimationFrame(() => observer.observe(body));
});
observer.observe(body);

// The way out. A host's sandbox may forbid new windows; then the address is there to be copied.
const full = () => {
  const address = new URL(location.href);
  address.search = '';
  [address.hash] = address.hash.split('?');
  return address.href;
};
const made = (name, className, ...inside) => {
  const element = Object.assign(document.createElement(name), { className });
  element.append(...inside);
  return element;
};
const link = Object.assign(made('a', 'link', 'Open the full page'), { href: full(), target: '_blank', rel: 'noopener' });
for (const event of ['pointerover', 'focus', 'click']) link.addEventListener(event, () => (link.href = full()));
link.addEventListener('click', (event) => {
  if (!secret) return;
  event.preventDefault();
  tell('link', full());
});
const ways = made('p', 'links', link);
if (origin === 'null') {
  const copy = Object.assign(made('button', 'link', 'Copy its address'), { type: 'button' });
  copy.addEventListener('click', () => {
    const field = Object.assign(made('textarea', 'hide'), { value: full() });
    copy.after(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    copy.focus();
    copy.textContent = copied ? 'Copied' : full();
  });
  ways.append(copy);
}
const end = made('div', 'cb', made('div', 'frame', ways));
document.getElementById('comeback').after(end);
