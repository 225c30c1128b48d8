// Keeps, for each input event, the microseconds until the page has settled: until the last change of the document that
// follows from it is there and laid out. Waiting for the screen's next frame is not counted there; `free` keeps when
// the page took up its next task, which Chromium lets wait until that frame is painted and handed over.
window.settled = [];
window.free = [];
let changes = 0;
let started = 0;
let seen = 0;
let last = 0;
let free = 0;
const settle = () => {
  document.body.getBoundingClientRect();
  last = performance.now();
};
new MutationObserver(() => {
  changes += 1;
  settle();
}).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  if (changes !== seen) {
    seen = changes;
    free = performance.now();
    channel.port2.postMessage(0);
  } else {
    window.free.push((free - started) * 1000);
    window.settled.push((last - started) * 1000);
  }
};
window.addEventListener('input', () => {
  started = performance.now();
  // Unlike the count of changes, so that the first task is waited for in any case.
  seen = -1;
  channel.port2.postMessage(0);
}, { capture: true });
// The page has heard it by now, and drawn: a key that changes nothing is done here.
window.addEventListener('input', settle);
