// The page that makes snippets: what is chosen, the code for it, its preview.
import { fits, hex, worst } from '../accent.js';
import { snippet } from './snippet.js';
import { show } from './preview.js';

const by = (id) => document.getElementById(id);
const [form, made, preview, plain, code, copied, stage] = ['choices', 'made', 'preview', 'plain', 'code', 'copied', 'stage'].map(by);
const base = new URL('../', location.href);
[base.search, base.hash] = ['', ''];

// What is said about each question, by id. The page does without, should the file be missing.
const details = new Map();

let scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

const questions = () =>
  [...form.querySelectorAll('[name="question"]:checked')].map(({ value, parentElement }) => ({
    id: value,
    prompt: parentElement.textContent.trim(),
    dos: details.get(value)?.dos ?? [],
    avoids: details.get(value)?.avoids ?? [],
  }));

// What is wrong with an accent in a theme; empty where nothing is.
function accentProblem(text, theme) {
  if (!text) return '';
  const accent = hex(text);
  const stands = 'Until then the usual one stands.';
  if (!accent) return `“${text}” is no colour written like #0d5a62. ${stands}`;
  const needs = (one) =>
    `${accent} has a contrast of ${worst(accent, one).toFixed(1)} there, and words need 4.5: ${one === 'light' ? 'a darker' : 'a lighter'} colour will do.`;
  const [light, dark] = ['light', 'dark'].map((one) => fits(accent, one));
  if (theme) return fits(accent, theme) ? '' : `In the ${theme} theme ${needs(theme)} ${stands}`;
  if (!light && !dark) return `In the light theme ${needs('light')} ${stands}`;
  // No colour can be read on both.
  const other = light ? 'dark' : 'light';
  return `Readers with a ${other} system see the usual colour: this one could not be read there.`;
}

function chosen() {
  const { form: kind, heading, theme, accent, size, scores } = form.elements;
  const wish = accent.value.trim();
  const colour = hex(wish);
  const readable = colour && (theme.value ? [theme.value] : ['light', 'dark']).some((one) => fits(colour, one));
  return {
    base: base.href,
    form: kind.value,
    questions: questions(),
    heading: heading.value.trim(),
    theme: theme.value,
    accent: readable ? colour : undefined,
    size: size.value,
    scores: scores.checked,
  };
}

function update() {
  const choice = chosen();
  const { accent, theme } = form.elements;
  const problem = accentProblem(accent.value.trim(), theme.value);
  const said = by('accent-said');
  if (said.textContent !== problem) said.textContent = problem;
  accent.setAttribute('aria-invalid', String(Boolean(accent.value.trim()) && !choice.accent));
  for (const part of form.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(choice.form);
  said.hidden = choice.form === 'link';
  code.value = snippet(choice);
  copied.textContent = '';
  show(stage, choice, scheme);
  for (const button of preview.querySelectorAll('[data-scheme]')) {
    button.setAttribute('aria-pressed', String(button.dataset.scheme === (choice.theme || scheme)));
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText(code.value);
  } catch {
    code.focus();
    code.select();
    if (!document.execCommand('copy')) {
      copied.textContent = 'The browser refused. The code is selected: press Ctrl+C, on a Mac ⌘C.';
      return;
    }
  }
  copied.textContent = 'Copied.';
}

// Other sites get the element only with this word from the server, which they would look for in vain on their own pages.
async function checkServer() {
  const { headers } = await fetch(new URL('embed.js', base), { method: 'HEAD' });
  if (headers.get('access-control-allow-origin') === '*') return;
  by('server').textContent =
    'The server of this site does not let other sites load the element: it sends no “Access-Control-Allow-Origin: *”. ' +
    'Whoever runs it finds the settings in docs/hosting.';
}

async function readLibrary() {
  const response = await fetch(document.documentElement.dataset.library);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  for (const one of (await response.json()).questions) details.set(one.id, one);
}

form.addEventListener('input', update);
form.addEventListener('submit', (event) => event.preventDefault());
by('copy').addEventListener('click', copy);
preview.addEventListener('click', ({ target: { dataset } }) => {
  if (!dataset.scheme) return;
  ({ scheme } = dataset);
  // A theme that was chosen goes along, or the button would do nothing.
  if (form.elements.theme.value) form.elements.theme.value = scheme;
  update();
});
by('phone').addEventListener('input', ({ target }) => stage.classList.toggle('phone', target.checked));

for (const place of document.querySelectorAll('.origin')) place.textContent = base.origin;
plain.hidden = true;
[form, made, preview].forEach((part) => (part.hidden = false));
readLibrary().catch(console.error).finally(update);
checkServer().catch(console.error);
