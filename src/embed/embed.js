// The element for other people's pages: <comeback-practice question="…">. A small script that shows a card with
// what the page has written inside the element, and fetches the program when somebody comes near. element.js does the rest.

// The build puts the file's name in.
const ELEMENT = './element.js';
// The site that this came from; in the package, none.
const SITE = new URL('./', import.meta.url).href;
const NAME = 'comeback-practice';

// One program for all elements of a document. A failure is forgotten, so that the next try is one; some browsers remember
// a failed module by its address. Bundlers follow the plain address, and see to the next try by themselves.
let program;
let tries = 0;
const fetched = () =>
  tries ? import(new URL(`${ELEMENT}?${tries}`, import.meta.url).href) :
  import('./element.js');
const load = () =>
  (program ??= fetched()
    .then((module) => module.ready().then(() => module))
    .catch((problem) => {
      program = undefined;
      tries += 1;
      throw problem;
    }));

const made = (name, fields, ...inside) => {
  const element = Object.assign(document.createElement(name), fields);
  element.append(...inside);
  return element;
};

// Sheets made by a script are under no page's style policy.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { display: block !important; }
:host([hidden]) { display: none !important; }
::slotted(:is(script, style)) { display: none !important; }
.cover {
  all: initial; display: block; box-sizing: border-box; padding: 24px;
  border: 1px solid light-dark(#857e70, #8a8375); border-radius: var(--comeback-radius, 10px);
  background: light-dark(var(--comeback-page, #f8f6f1), var(--comeback-page-dark, #171614));
  color: light-dark(var(--comeback-ink, #221f1a), var(--comeback-ink-dark, #ece8df));
  font: 15px/1.5 var(--comeback-font-plain, system-ui, sans-serif);
}
.cover > p { margin: 0 0 8px; }
.cover > .name { font-weight: 600; font-size: 13px; }
.cover > .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 12px; margin: 16px 0 0; }
.cover button {
  min-height: 44px; padding: 8px 24px; border: 1px solid transparent; border-radius: 6px; cursor: pointer; font: inherit; font-weight: 500;
  background: light-dark(var(--comeback-accent, #0d5a62), var(--comeback-accent-dark, #86c9cb));
  color: light-dark(var(--comeback-on-accent, #fff), var(--comeback-on-accent-dark, #0d2022));
}
.cover :focus-visible { outline: 2px solid currentColor; outline-offset: 3px; }
.cover > .said:empty { display: none; }
.cover a { color: inherit; }
`);

// Near enough to be read soon.
const near = new IntersectionObserver(
  (seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) target.warm();
  },
  { rootMargin: '200px' },
);

class Practice extends HTMLElement {
  #root = this.attachShadow({ mode: 'open' });
  #said = made('p', { className: 'said' });
  #button = made('button', { type: 'button', textContent: 'Start' });
  #heading = made('p', { className: 'name' });
  #cover;
  #theme = new CSSStyleSheet();
  #mounted;
  #begun = false;
  // Attributes have any name: data-link-… is one for each criterion.
  #watch = new MutationObserver(() => this.#changed());

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet, this.#theme];
    this.#said.setAttribute('role', 'status');
    this.#button.part = 'start';
    const empty = made('p', { textContent: 'Practise a job interview question about failure. Nothing you write is sent.' });
    const line = made('span', { textContent: 'Type an answer and see what a fair coach would say. This card sends nothing you write.' });
    const foot = made('p', { className: 'foot' }, this.#button, line);
    this.#cover = made('section', { className: 'cover' }, this.#heading, made('slot', {}, empty), foot, this.#said);
    this.#cover.part = 'card';
    this.#root.append(this.#cover);
    this.#button.addEventListener('click', () => this.#start(true));
    for (const touch of ['pointerenter', 'focusin']) this.#cover.addEventListener(touch, () => this.warm());
  }

  connectedCallback() {
    this.#watch.observe(this, { attributes: true });
    this.#changed();
    if (this.#mounted) return;
    if (this.#begun || this.getAttribute('loading') === 'eager') this.#start(false);
    else near.observe(this);
  }

  // An element that is only moved is here again at once.
  disconnectedCallback() {
    near.unobserve(this);
    this.#mounted?.keep();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#watch.disconnect();
      this.#mounted?.leave();
      this.#mounted = undefined;
      this.#root.replaceChildren(this.#cover);
    });
  }

  // Somebody is near: what will be needed is fetched, and nothing is shown yet. Who presses Start hears of a failure.
  warm() {
    near.unobserve(this);
    load().catch(() => {});
  }

  #changed() {
    this.#heading.textContent = this.getAttribute('heading') ?? this.getAttribute('title') ?? 'Practise here';
    const theme = { light: 'light', dark: 'dark' }[this.getAttribute('theme')] ?? 'light dark';
    this.#theme.replaceSync(`.cover, .root { color-scheme: ${theme} !important; }`);
    this.#mounted?.change();
  }

  async #start(asked) {
    this.#button.ariaDisabled = 'true';
    this.#said.textContent = asked ? 'One moment.' : '';
    try {
      const { mount } = await load();
      if (this.isConnected && !this.#mounted) {
        this.#mounted = mount(this, this.#root, asked);
        this.#begun = true;
      }
    } catch (problem) {
      console.error(problem);
      const page = made('a', { href: SITE, textContent: 'open the page of its own' });
      this.#button.textContent = 'Try again';
      this.#said.replaceChildren('Comeback could not be loaded. Try again', ...(SITE ? [', or ', page, '.'] : ['.']));
    }
    this.#button.ariaDisabled = null;
    if (this.#mounted) this.#said.textContent = '';
  }
}

// A page may have this script twice, also in two versions: the first one stays.
customElements.get(NAME) ?? customElements.define(NAME, Practice);
