// For a host page: gives each <iframe data-comeback src="…"> the height of what is in it. One script serves all frames,
// also those that are added later; twice does no harm. The build writes it to frame.js.
(() => {
  const NAME = 'comeback-height';
  const all = () => document.querySelectorAll('iframe[data-comeback]');
  // Says that somebody follows. Nothing is in it, so it may reach whoever is in the frame.
  const greet = (frame) => frame.contentWindow?.postMessage(NAME, '*');
  const sandboxed = (frame) => frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  // A frame that is sandboxed without its own origin has none; any other is still at the address it was given.
  const athome = (frame, origin) => (origin === 'null' ? sandboxed(frame) : frame.src.startsWith(`${origin}/`));

  addEventListener('message', ({ data, origin, source }) => {
    const height = data?.[NAME];
    if (!Number.isFinite(height)) return;
    for (const frame of all()) {
      if (frame.contentWindow !== source || !athome(frame, origin)) continue;
      const set = (name, value) => frame.style.setProperty(name, value, 'important');
      set('box-sizing', 'content-box');
      set('border', '0');
      set('padding', '0');
      set('height', `${Math.min(Math.max(height, 160), 20000)}px`);
      greet(frame);
    }
  });
  all().forEach(greet);
})();
