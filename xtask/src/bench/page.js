// Keeps, for each input event, the microseconds until the page has settled: until a task has gone by in which the
// document did not change, and its layout is done. Waiting for the screen's next frame is not counted.
window.settled = [];
let changes = 0;
new MutationObserver(() => { changes += 1; }).observe(document.body, {
  subtree: true, childList: true, attributes: true, characterData: true,
});
const channel = new MessageChannel();
let started = 0;
let seen = 0;
let last = 0;
channel.port1.onmessage = () => {
  if (changes !== seen) {
    seen = changes;
    document.body.getBoundingClientRect();
    last = performance.now();
    channel.port2.postMessage(0);
  } else {
    window.settled.push((last - started) * 1000);
  }
};
window.addEventListener('input', () => {
  started = performance.now();
  last = started;
  seen = changes - 1;
  channel.port2.postMessage(0);
}, { capture: true });
