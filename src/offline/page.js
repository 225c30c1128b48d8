// Has the page kept for times without a network, and offers a new version once all of it is there. start.js loads this
// after the page, and not in a frame: on somebody else's page nothing settles in beside the text.

const { href } = new URL('./sw.js', import.meta.url);
// The one address that the page's policy lets through.
const policy = self.trustedTypes?.createPolicy('offline', { createScriptURL: () => href });

// A live region is heard when it fills, so it is there first.
const region = document.createElement('div');
region.setAttribute('aria-live', 'polite');
document.getElementById('comeback').before(region);

const made = (name, className, ...inside) => {
  const element = Object.assign(document.createElement(name), { className });
  element.append(...inside);
  return element;
};

const button = (name, act) => {
  const element = made('button', 'link', name);
  element.type = 'button';
  element.addEventListener('click', act);
  return element;
};

// The program says so where a reload would lose words.
const unkept = () => document.querySelector('.unkept') !== null;

function offer(registration) {
  const risky = unkept();
  let before = null;
  const reload = () => {
    // Much may have happened since the offer: then it is made anew, in true words.
    if (unkept() !== risky) return offer(registration);
    const { waiting } = registration;
    // Another tab may have been quicker.
    if (!waiting) return location.reload();
    waiting.addEventListener('statechange', () => waiting.state === 'activated' && location.reload());
    waiting.postMessage('take over');
  };
  const later = () => {
    region.replaceChildren();
    before?.focus();
  };
  const advice = risky ? ' Your text is not saved on this device: copy it before you reload.' : ' Your text is saved.';
  const ways = made('p', 'links', button('Reload now', reload), button('Later', later));
  const sign = made('span', 'sign', 'i');
  sign.setAttribute('aria-hidden', 'true');
  const said = made('div', '', made('p', '', made('b', '', 'A new version is ready.'), advice), ways);
  const notice = made('div', 'cb', made('div', 'frame', made('div', 'notice', sign, said)));
  notice.addEventListener('focusin', (event) => {
    if (!notice.contains(event.relatedTarget)) before = event.relatedTarget;
  });
  region.replaceChildren(notice);
}

try {
  const address = policy ? policy.createScriptURL('') : href;
  const registration = await navigator.serviceWorker.register(address, { updateViaCache: 'none' });
  // The very first worker takes its place unseen: there is nothing to choose between.
  const ready = () => registration.waiting && registration.active && offer(registration);
  const watch = () => registration.installing?.addEventListener('statechange', ready);
  registration.addEventListener('updatefound', watch);
  watch();
  ready();
} catch {
  // Refused, as in some private windows: the page works, only not without a network.
}
