// The engine with its content, as the page has it.
import init, { Judge } from './engine/speed.js';

export const start = async () => {
  const bytes = await (await fetch('/speed_bg.wasm')).arrayBuffer();
  const started = performance.now();
  const { memory } = await init({ module_or_path: bytes });
  const judge = new Judge();
  return {
    instantiated: performance.now() - started,
    check: (text) => judge.check(text),
    edit: (text, caret) => judge.edit(text, caret),
    memory: () => memory.buffer.byteLength,
  };
};
