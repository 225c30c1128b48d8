// The page of one question, which can be read before the program runs: what stands there stays until all is there that the
// program draws, so that nothing jumps.

// The page says which question it is for, and with which library it was written; the rest lies beside this script.
const { dataset, classList } = document.documentElement;
const { library, question } = dataset;
const beside = (file) => new URL(file, import.meta.url).href;

// First the page is read: on a slow line the program would come in its way.
await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));

// start.js finds its files by these, and asks for the program in the same way.
const ahead = (rel, file, how) =>
  document.head.append(Object.assign(document.createElement('link'), { rel, crossOrigin: '', href: beside(file), ...how }));
ahead('modulepreload', dataset.glue);
ahead('preload', dataset.program, { as: 'fetch', type: 'application/wasm', crossOrigin: null });
// A library that does not come is no reason to wait for ever: the program says so, and asks again when it is told to.
const signal = AbortSignal.timeout(9000);
const asked = fetch(library, { signal }).then((answer) => answer.text()).catch(() => '');

// start.js calls this around the start.
self.beforeStart = async () => {
  const shelf = document.createElement('template');
  shelf.id = 'library';
  shelf.textContent = await asked;
  document.body.append(shelf);
  // From here on the address is that of the program, also for what a browser has yet to ask for.
  const manifest = document.querySelector('[rel=manifest]');
  manifest.href = manifest.href;
  const { id } = document.activeElement;
  // What the address asks of a frame stays; some hosts put a query of theirs behind the `#`.
  const place = location.hash.replace(/^#(?=\?)/, question) || question;
  try {
    history.replaceState(null, '', '../../' + location.search + place);
  } catch {
    // A frame without an origin of its own may change no more than what stands behind the `#`, at least in WebKit. Then the
    // program runs two folders further down.
    dataset.reading = '../.' + dataset.reading;
    location.hash = place;
  }
  return async () => {
    // The program draws at the end of what is going on now.
    await null;
    shelf.remove();
    if (id) document.getElementById(id)?.focus({ preventScroll: true });
  };
};

// What the page says when that fails is written on it; the style sheet shows it.
import(beside(dataset.start)).catch(() => classList.add('not-started'));
