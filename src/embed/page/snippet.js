// What somebody copies into a page: the three forms as text, from what they chose. `base` is the folder of this site, with a
// `/` at its end; each question has id, prompt, dos and avoids.

export const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

const attributes = (values) =>
  Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

const paragraph = (word, lines) => (lines.length ? [`  <p>${word}: ${escaped(lines.join(' '))}</p>`] : []);

// One question has a page of its own; of several, readers choose where all are listed.
export const page = ({ base, questions }) => (questions.length === 1 ? `${base}q/${questions[0].id}/` : base);

const invitation = ({ questions }) =>
  questions.length === 1 ? `Practise: ${questions[0].prompt}` : 'Practise interview questions about failure';

// Stands in the element until it is there, and where it cannot be. No line is empty or far in: Markdown would take it apart.
function fallback(choice) {
  const { base, questions } = choice;
  if (questions.length === 1) {
    const [{ prompt, dos, avoids }] = questions;
    return [
      `  <p><strong>${escaped(prompt)}</strong></p>`,
      ...paragraph('Do', dos),
      ...paragraph('Avoid', avoids),
      `  <p><a href="${escaped(page(choice))}">Practise this question</a></p>`,
    ];
  }
  const line = ({ id, prompt }) => `  <p><a href="${escaped(`${base}q/${id}/`)}">${escaped(prompt)}</a></p>`;
  return questions.length ? questions.map(line) : [`  <p><a href="${escaped(base)}">${invitation(choice)}</a></p>`];
}

// The attributes of the element, by name.
export const wanted = ({ questions, heading, theme, accent, size, scores }) => ({
  question: questions.map(({ id }) => id).join(' '),
  heading,
  theme,
  accent,
  'text-size': size,
  scores: scores ? '' : 'off',
});

// The address of the frame.
export function framed(choice) {
  const { theme, accent, size } = choice;
  const asked = Object.entries({ theme, accent: accent?.slice(1), 'text-size': size }).filter(([, value]) => value);
  return page(choice) + (asked.length ? `?${new URLSearchParams(asked)}` : '');
}

export const title = invitation;

const FORMS = {
  element: (choice) => [
    `<script type="module" src="${escaped(`${choice.base}embed.js`)}"></script>`,
    `<comeback-practice${attributes(wanted(choice))}>`,
    ...fallback(choice),
    '</comeback-practice>',
  ],
  frame: (choice) => [
    `<iframe data-comeback src="${escaped(framed(choice))}" title="${escaped(invitation(choice))}" loading="lazy"`,
    '  allow="clipboard-write; web-share" width="100%" height="700"></iframe>',
    `<script async src="${escaped(`${choice.base}frame.js`)}"></script>`,
  ],
  link: (choice) => [`<a href="${escaped(page(choice))}">${escaped(invitation(choice))}</a>`],
};

// The code, without an end of line at its end.
export const snippet = (choice) => FORMS[choice.form](choice).join('\n');
