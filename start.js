// Starts the app. It stands in a file of its own because the page's policy allows no inline script:
//   <link data-trunk rel="rust" data-bin="comeback" data-wasm-opt="z">
//   <script data-trunk type="module" src="start.js"></script>
// The bundler gives the app's two files hashed names and preloads both, so their addresses stand in the page.
const address = (selector) => document.querySelector(selector).href;

try {
  const app = await import(address('link[rel="modulepreload"]'));
  await app.default({ module_or_path: address('link[rel="preload"][as="fetch"]') });
} catch (problem) {
  // What the page says then is in index.html; the style sheet shows it.
  document.documentElement.classList.add('not-started');
  console.error(problem);
}
