// One page of ours inside an element: its root, its style, what its host wants. embed.js fetches this when it is needed.

// The build puts the files' names in. Each address is written out, so that a bundler sees it and takes the file along.
import { imports, start, Program, Mounted } from './whole.js';
const WASM = new URL('./whole.wasm', import.meta.url);
const STYLE = new URL('./element.css', import.meta.url);
const LIBRARY = new URL('./library.json', import.meta.url);
// The site that this came from; in the package, none.
const SITE = new URL('./', import.meta.url).href;

const sheet = new CSSStyleSheet();
let program;

const answered = (response) => {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
};

// Fetches and starts the program, once for all elements.
export async function ready() {
  const wasm = () => fetch(WASM).then(answered);
  const style = fetch(STYLE).then(answered).then((response) => response.text());
  const shared = imports();
  const { instance } = await WebAssembly.instantiateStreaming(wasm(), shared)
    // A server that does not know the type of such a file.
    .catch(async () => WebAssembly.instantiate(await (await wasm()).arrayBuffer(), shared));
  sheet.replaceSync(await style);
  start(instance);
  program = Program.at(LIBRARY.href, SITE);
}

// What the host wants, from its attributes and its block of own questions.
function wanted(host) {
  const attribute = (name) => host.getAttribute(name) ?? undefined;
  const links = {};
  for (const { name, value } of host.attributes) {
    if (name.startsWith('data-link-')) links[name.slice('data-link-'.length)] = value;
  }
  return JSON.stringify({
    questions: attribute('question') ?? attribute('questions'),
    heading: attribute('heading') ?? attribute('title'),
    scores: attribute('scores'),
    coach: attribute('coach'),
    key: attribute('storage-key'),
    own: host.querySelector(':scope > script[type="application/json"]')?.textContent,
    links,
  });
}

// Colours as the browser understands them: red, green, blue, each 0 to 1.
const channels = (colour) => {
  const [, space, numbers] = /^(\w+)\(([^)]*)\)/.exec(colour) ?? [];
  const found = numbers?.replace('srgb', '').match(/-?[\d.e-]+/g)?.slice(0, 3).map(Number);
  return found && (space.startsWith('rgb') ? found.map((channel) => channel / 255) : found);
};
// Relative luminance and contrast as WCAG 2 has them.
const luminance = (colour) => {
  const linear = channels(colour)?.map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return linear && 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
};
const contrast = (one, two) => {
  const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

// Colours that belong together, what has to stand out from what in them, and by how much.
const GROUPS = [
  [['page', 'surface', 'ink', 'ink-soft'], [['ink', 'page', 7], ['ink', 'surface', 7]]],
  [['accent', 'on-accent'], [['accent', 'page', 4.5], ['accent', 'surface', 4.5], ['on-accent', 'accent', 4.5]]],
];

// Whether the colours that an element has now can be read in light or in dark.
function readable(root, scheme, pairs) {
  const probe = root.appendChild(document.createElement('span'));
  const seen = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  probe.style.colorScheme = scheme;
  const good = pairs.every(([one, other, least]) => !(contrast(seen(one), seen(other)) < least));
  probe.remove();
  return good;
}

const SIZES = { small: 14, medium: 16, large: 19 };

// What an element sets for itself, as a sheet: no page's style policy is in its way. Colours that could not be read are left
// out: the page's own stand, and the console says so.
function look(host, root, own) {
  const medium = getComputedStyle(root).fontSize;
  const size = SIZES[host.getAttribute('text-size')] ?? Number.parseFloat(host.getAttribute('text-size'));
  const accent = host.getAttribute('accent');
  const rules = [`--rem: ${size >= 10 && size <= 40 ? `${size}px` : `var(--comeback-size, ${medium})`};`];
  if (accent && CSS.supports('color', accent)) rules.push(`--comeback-accent: ${accent}; --comeback-accent-dark: ${accent};`);
  const write = () => own.replaceSync(`.root { ${rules.join(' ')} }`);
  write();
  for (const [scheme, end] of [['light', ''], ['dark', '-dark']]) {
    for (const [names, pairs] of GROUPS) {
      if (readable(root, scheme, pairs)) continue;
      rules.push(...names.map((name) => `--comeback-${name}${end}: initial;`));
      write();
      console.info(`comeback-practice: in ${scheme}, ${names.join(', ')} would be hard to read; the defaults stand.`);
    }
  }
}

const complain = (options) => {
  for (const problem of Mounted.problems(options).split('\n').filter(Boolean)) console.warn(`comeback-practice: ${problem}`);
};

// Puts a page into an element's shadow root, in place of its card; `focus` when somebody has asked for it.
export function mount(host, shadow, focus) {
  const own = new CSSStyleSheet();
  const page = document.createElement('div');
  const root = document.createElement('div');
  root.className = 'root';
  root.part = 'app';
  root.append(page);
  const [sheets, card] = [[...shadow.adoptedStyleSheets], [...shadow.childNodes]];
  shadow.adoptedStyleSheets = [...sheets, sheet, own];
  shadow.replaceChildren(root);
  look(host, root, own);

  const tell = (name, detail) => {
    host.dispatchEvent(new CustomEvent(`comeback-${name}`, { detail: JSON.parse(detail), bubbles: true, composed: true }));
  };
  let [options, key] = [wanted(host), host.getAttribute('storage-key')];
  const begin = () => {
    complain(options);
    return program.mount(page, options, tell);
  };
  let mounted = begin();
  // The button that was pressed is gone: the keyboard goes where it led.
  if (focus) {
    const drawn = new MutationObserver(() => enter());
    const enter = () => {
      const answer = shadow.getElementById('answer');
      if (!answer) return;
      drawn.disconnect();
      answer.focus({ preventScroll: true });
    };
    drawn.observe(page, { childList: true, subtree: true });
    enter();
  }

  // Links of ours stay inside; a place on the host's page is the host's.
  root.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && !event.ctrlKey && !event.metaKey && mounted.follow(link.getAttribute('href'))) event.preventDefault();
  });
  // Two elements may have one answer: what one has is kept before the other looks.
  for (const moved of ['focusin', 'focusout']) root.addEventListener(moved, () => mounted.keep());

  return {
    change() {
      look(host, root, own);
      const before = options;
      options = wanted(host);
      if (options === before) return;
      if (host.getAttribute('storage-key') === key) {
        complain(options);
        mounted.change(options);
      } else {
        // Drafts of another name are other drafts.
        key = host.getAttribute('storage-key');
        mounted.leave();
        mounted = begin();
      }
    },
    keep: () => mounted.keep(),
    leave() {
      mounted.leave();
      shadow.adoptedStyleSheets = sheets;
      shadow.replaceChildren(...card);
    },
  };
}
