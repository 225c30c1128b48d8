// Starts the app. It stands in a file of its own because the page's policy allows no inline script:
//   <link data-trunk rel="rust" data-bin="comeback" data-wasm-opt="z">
//   <script data-trunk type="module" src="start.js"></script>
// The bundler gives the app's two files hashed names and preloads both, so their addresses stand in the page.
const { classList: root, dataset } = document.documentElement;

// A program that stops is no reason to lose a word: the text area is the browser's own, and what was typed is kept.
const stopped = (problem) => problem instanceof WebAssembly.RuntimeError && root.add('halted');
addEventListener('error', (event) => stopped(event.error));
addEventListener('unhandledrejection', (event) => stopped(event.reason));

// A task, an answer or a review is for the page with the whole program; words that nothing keeps are not left for it.
const handOn = () =>
  /[#&?][acr]=\d/.test(location.hash) && !document.querySelector('.unkept') && location.replace(new URL('./share/' + location.hash, import.meta.url));
if (!('whole' in dataset)) {
  addEventListener('hashchange', handOn);
  handOn();
}

// The release build puts the addresses there. In a frame on somebody else's page, the page has more to do.
if (dataset.framed && top !== self) import(dataset.framed);

try {
  const address = (selector) => document.querySelector(selector).href;
  const { imports, start, Program } = await import(address('[rel=modulepreload]'));
  // In the one way in which every engine takes what was loaded ahead; WebKit would else load all of it twice. A frame
  // without an origin gets to read it only by asking openly.
  const how = origin === 'null' ? {} : { mode: 'no-cors', credentials: 'include' };
  const program = () => fetch(address('[as=fetch]'), how);
  const shared = imports();
  const { instance } = await WebAssembly.instantiateStreaming(program(), shared)
    // A server that does not know the type of such a file.
    .catch(async () => WebAssembly.instantiate(await (await program()).arrayBuffer(), shared));
  // The page of one question has something to do before and after (src/question.js).
  const after = await self.beforeStart?.();
  start(instance);
  // The whole program waits to be told which page it is for.
  Program?.page();
  await after?.();
  // The style of what comes with the library.
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL(dataset.reading, import.meta.url) }));
  // A page in a frame does not settle in, and others cannot.
  if (dataset.offline && top === self && navigator.serviceWorker) import(dataset.offline);
} catch (problem) {
  // What the page says then is in index.html; the style sheet shows it.
  root.add('not-started');
  console.error(problem);
}
