// The service worker: keeps the whole page, so that it opens without a network. The build writes it to sw.js with two
// lines in front: FILES, the address of each file and the hash of its bytes, and VERSION, a hash of that list.

// Others on this origin may have caches too, and so may this page under another path.
const OURS = `comeback ${new URL('./', location).href} `;
const CACHE = OURS + VERSION;
const ADDRESSES = new Set(FILES.map(([address]) => new URL(address, location).href));

// All files or none: one that is missing, moved or not of this version refuses them all, and the version that was here
// before goes on.
async function install() {
  const cache = await caches.open(CACHE);
  const how = ([address, integrity]) => ({
    integrity,
    redirect: 'error',
    // A name with a hash: the server confirms the browser's own copy, and the program is not fetched twice. Of the others
    // that copy may be old; and for the manifest, which Chromium reads by itself, its cache can wait 20 seconds.
    cache: /-[0-9a-f]{16}\./.test(address) ? 'no-cache' : 'no-store',
  });
  try {
    await cache.addAll(FILES.map((file) => new Request(file[0], how(file))));
  } catch (problem) {
    await caches.delete(CACHE);
    throw problem;
  }
}

// The page that brought the very first worker is taken under its wing too: else the next version would not wait for it.
async function tidy() {
  const stale = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(stale.map((name) => caches.delete(name)));
  await clients.claim();
}

// What is kept answers first: a page never mixes two versions. A browser may have thrown it out; then the server has it.
async function answer(request, address) {
  return (await caches.match(address, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(tidy()));

// A new version waits for the last page of the old one to close, unless a person asks for it.
addEventListener('message', (event) => event.data === 'take over' && skipWaiting());

addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  // One page whatever it is asked for: `?…` is nobody's here, and `#…` is read by the page.
  address.search = address.hash = '';
  const { href } = address;
  const known = [href, href.replace(/\/index\.html$/, '/')].find((one) => ADDRESSES.has(one));
  // Other origins, and whatever else lies under this path, are left alone.
  if (known && event.request.method === 'GET') event.respondWith(answer(event.request, known));
});
