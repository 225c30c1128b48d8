// Starts the app. It stands in a file of its own because the page's policy allows no inline script:
//   <link data-trunk rel="rust" data-bin="comeback" data-wasm-opt="z">
//   <script data-trunk type="module" src="start.js"></script>
// The bundler gives the app's two files hashed names and preloads both, so their addresses stand in the page.
const root = document.documentElement.classList;

// A program that stops is no reason to lose a word: the text area is the browser's own, and what was typed is kept.
const stopped = (problem) => problem instanceof WebAssembly.RuntimeError && root.add('halted');
addEventListener('error', (event) => stopped(event.error));
addEventListener('unhandledrejection', (event) => stopped(event.reason));

// The page of one question says which, and with which library it was written; the release build, where its worker is.
const { library, offline, question } = document.documentElement.dataset;

try {
  // A library that does not come is no reason to wait for ever: the program says so, and asks again when it is told to.
  const signal = AbortSignal.timeout(9000);
  const asked = library && fetch(library, { signal }).then((answer) => answer.text()).catch(() => '');
  const address = (selector) => document.querySelector(selector).href;
  const { imports, start } = await import(address('[rel=modulepreload]'));
  const program = () => fetch(address('[as=fetch]'));
  const shared = imports();
  const { instance } = await WebAssembly.instantiateStreaming(program(), shared)
    // A server that does not know the type of such a file.
    .catch(async () => WebAssembly.instantiate(await (await program()).arrayBuffer(), shared));
  const shelf = document.createElement('template');
  if (library) {
    // What can be read without the program stays until all is there that the program draws: then nothing jumps.
    shelf.id = 'library';
    shelf.textContent = await asked;
    document.body.append(shelf);
    // From here on the address is that of the program. A frame without an origin may change only what stands behind `#`.
    try {
      history.replaceState(null, '', '../../' + (location.hash || question));
    } catch {
      location.hash ||= question;
    }
  }
  const { id } = document.activeElement;
  start(instance);
  // The program draws at the end of what is going on now.
  await null;
  shelf.remove();
  document.getElementById(id)?.focus({ preventScroll: true });
  // A page in a frame does not settle in, and others cannot.
  if (offline && top === self && navigator.serviceWorker) import(offline);
} catch (problem) {
  // What the page says then is in index.html; the style sheet shows it.
  root.add('not-started');
  console.error(problem);
}
