// Times one reader of text. Loaded as a module by a page of `cargo xtask bench`; all times in milliseconds.

// One timing lasts at least so long, 50 steps of the browser's clock: shorter work is repeated within it.
const LEAST = 0.25;
// As long as timings are taken, and as many at most.
const BUDGET = 2000;
const MOST = 2000;
// Fewest timings, however long each takes.
const FEWEST = 3;
const WARMING = 500;

// Typed in the middle of the text, taken back, and typed again at its end.
const PHRASE = ' In the end I told the client about it on that day.';

const encoder = new TextEncoder();

// A new text for each run, in which no sentence is that of another run: readers that keep what they know of a
// sentence must read it all.
const checks = (text, run) => ({ text: text.replaceAll('. ', `, ${run}. `), caret: 0 });

const edits = (text) => [Math.max(0, text.lastIndexOf('. ', text.length / 2) + 1), text.length].flatMap((place) =>
  Array.from(PHRASE, (_, key) => {
    const before = text.slice(0, place) + PHRASE.slice(0, key + 1);
    return { text: [before, text.slice(place)].join(''), caret: encoder.encode(before).length };
  }));

// Runs the work on `count` inputs and gives the time of one; awaits only what has to be awaited.
const once = async (work, inputs, count) => {
  const started = performance.now();
  for (let at = 0; at < count; at += 1) {
    const done = work(inputs[at % inputs.length]);
    if (done instanceof Promise) await done;
  }
  return (performance.now() - started) / count;
};

// Percentiles of the time of `work` on the inputs that `next(run)` makes outside of the timing.
const measure = async (work, next) => {
  let run = 0;
  const began = performance.now();
  let single = await once(work, next(run), 1);
  while (performance.now() - began < WARMING) {
    run += 1;
    single = await once(work, next(run), 1);
  }
  const batch = Math.max(1, Math.ceil(LEAST / Math.max(single, 0.005)));
  const times = [];
  const end = performance.now() + BUDGET;
  while (times.length < FEWEST || (times.length < MOST && performance.now() < end)) {
    run += batch;
    times.push(await once(work, next(run, batch), batch));
  }
  times.sort((a, b) => a - b);
  const at = (percent) => times[Math.min(times.length - 1, Math.floor((times.length * percent) / 100))];
  return { least: times[0], p50: at(50), p99: at(99), runs: times.length };
};

const check = (tool, text) => measure(
  (input) => tool.check(input.text),
  (run, batch = 1) => Array.from({ length: batch }, (_, at) => checks(text, run + at)),
);

const edit = (tool, text) => {
  const typed = edits(text);
  const work = tool.edit ? (input) => tool.edit(input.text, input.caret) : (input) => tool.check(input.text);
  // The next keys in turn, as they are typed.
  return measure(work, (run, batch = 1) => Array.from({ length: batch }, (_, at) => typed[(run + at) % typed.length]));
};

// From the first byte asked for until the first short text is read.
const start = async (script) => {
  const began = performance.now();
  const { start } = await import(`/${script}.js`);
  const tool = await start();
  await tool.check('I failed at it.');
  return { tool, took: performance.now() - began, instantiated: tool.instantiated };
};

let started;
let texts;

// One task for one reader; each page has one reader only.
export const run = async (script, task, words) => {
  started ??= await start(script);
  texts ??= await (await fetch('/texts.json')).json();
  const { tool, took, instantiated } = started;
  switch (task) {
    case 'start': return { took, instantiated };
    case 'memory': return tool.memory();
    case 'check': return check(tool, texts[words]);
    default: return edit(tool, texts[words]);
  }
};
