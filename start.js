// Starts the app. It stands in a file of its own because the page's policy allows no inline script.
// The bundler gives the app's two files hashed names; it also preloads both, so their addresses stand in the page.
const address = (selector) => document.querySelector(selector).href;

try {
  const app = await import(address('link[rel="modulepreload"]'));
  await app.default({ module_or_path: address('link[rel="preload"][as="fetch"]') });
} catch (problem) {
  // The page's own words for this case are in index.html; the style sheet shows them.
  document.documentElement.classList.add('not-started');
  console.error(problem);
}
