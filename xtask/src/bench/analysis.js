// Body of a function whose last argument is to be called with the times, in microseconds.
const done = arguments[arguments.length - 1];

const time = (work) => {
  const started = performance.now();
  work();
  return (performance.now() - started) * 1000;
};

const measure = async () => {
  const app = await import('/keystroke.js');
  await app.default({ module_or_path: '/keystroke_bg.wasm' });
  const typist = new app.Typist();
  // Long enough that the browser's optimising compiler has done its work.
  const words = typist.keys(5000);
  const single = Array.from({ length: 20000 }, () => time(() => typist.key()));
  const means = Array.from({ length: 200 }, () => time(() => typist.keys(100)) / 100);
  return { words, single, means };
};

measure().then(done, (problem) => done({ problem: String(problem) }));
