// The service worker: keeps the whole page, so that it opens without a network. The build writes it to sw.js with three
// lines in front: FILES and LATER, the address of each file and the hash of its bytes, and VERSION, a hash of both lists.

// Others on this origin may have caches too, and so may this page under another path.
const HOME = new URL('./', location).href;
const OURS = `comeback ${HOME} `;
const CACHE = OURS + VERSION;
const absolute = ([address, integrity]) => [new URL(address, location).href, integrity];
const ADDRESSES = new Set(FILES.map((file) => absolute(file)[0]));
const WANTED = new Map(LATER.map(absolute));

// A file of this version and no other.
const exactly = ([address, integrity]) =>
  new Request(address, {
    integrity,
    redirect: 'error',
    // A name with a hash: the server confirms the browser's own copy, and the program is not fetched twice. Of the others
    // that copy may be old; and for the manifest, which Chromium reads by itself, its cache can wait 20 seconds.
    cache: /-[0-9a-f]{16}\./.test(address) ? 'no-cache' : 'no-store',
  });

// All files or none: one that is missing, moved or not of this version refuses them all, and the version that was here
// before goes on.
async function install() {
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(FILES.map(exactly));
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
  // Who came for sharing first has fetched already what sharing needs: it is kept as well.
  const open = (await clients.matchAll()).map(({ url }) => url.split(/[?#]/)[0]);
  if (open.some((url) => WANTED.has(url))) await Promise.all([...WANTED.keys()].map((file) => answerLater(file, file)));
}

// What is kept answers first: a page never mixes two versions. A browser may have thrown it out; then the server has it.
async function answer(request, address) {
  return (await caches.match(address, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}

// What only some people need is kept when it is first asked for. Where the server has another version by now, that one is
// shown and not kept.
async function answerLater(request, address) {
  const kept = await caches.match(address, { cacheName: CACHE, ignoreVary: true });
  if (kept) return kept;
  try {
    const response = await fetch(exactly([address, WANTED.get(address)]));
    if (response.ok) await (await caches.open(CACHE)).put(address, response.clone());
    return response;
  } catch {
    return fetch(request);
  }
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(tidy()));

// A new version waits for the last page of the old one to close, unless a person asks for it.
addEventListener('message', (event) => event.data === 'take over' && skipWaiting());

addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  // One page whatever it is asked for: `?…` is nobody's here, and `#…` is read by the page.
  const { search, hash } = address;
  address.search = address.hash = '';
  const { href } = address;
  const { method, mode } = event.request;
  const known = [href, href.replace(/\/index\.html$/, '/')].find((one) => ADDRESSES.has(one) || WANTED.has(one));
  // A question's own page comes from the server; where there is none, the program opens the question. What the address
  // names already stays (as in src/question.js).
  const page = /^q\/(?:([\w-]+)\/)?(?:index\.html)?$/.exec(href.slice(HOME.length));
  // Other origins, and whatever else lies under this path, are left alone.
  if (method !== 'GET' || !href.startsWith(HOME)) return;
  if (mode === 'navigate' && page) {
    const place = page[1] ? `#q=${page[1]}` : '';
    const program = HOME + search + (hash.replace(/^#(?=\?)/, place) || place);
    event.respondWith(fetch(event.request).catch(() => Response.redirect(program)));
  } else if (known) {
    event.respondWith(ADDRESSES.has(known) ? answer(event.request, known) : answerLater(event.request, known));
  }
});
