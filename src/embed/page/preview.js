// What the code will look like, in the theme and at the width that somebody looks at.
import { framed, page, title, wanted } from './snippet.js';

const fresh = (name, fields) => Object.assign(document.createElement(name), fields);

// Another script for each form, fetched when it is looked at first.
const SCRIPTS = { element: '../embed.js', frame: '../frame.js' };

const BODIES = {
  element: ({ questions }) => {
    const element = fresh('comeback-practice');
    element.append(fresh('p', { textContent: questions.length === 1 ? questions[0].prompt : 'One moment.' }));
    return element;
  },
  frame: () => {
    const frame = fresh('iframe', { loading: 'lazy' });
    frame.dataset.comeback = '';
    return frame;
  },
  link: () => fresh('a', { className: 'link', target: '_blank' }),
};

const put = (element, name, value) => {
  if (!value) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

// A theme that nobody has fixed is shown as a reader would have it.
const CHANGES = {
  element: (element, choice, scheme) => {
    Object.entries({ ...wanted(choice), theme: choice.theme || scheme }).forEach(([name, value]) => put(element, name, value));
  },
  frame: (frame, choice, scheme) => {
    put(frame, 'src', framed({ ...choice, theme: choice.theme || scheme }));
    put(frame, 'title', title(choice));
  },
  link: (link, choice) => Object.assign(link, { href: page(choice), textContent: title(choice) }),
};

let shown;

// Shows a choice on a stage.
export function show(stage, choice, scheme) {
  const { form } = choice;
  if (form !== shown) {
    shown = form;
    if (SCRIPTS[form]) import(SCRIPTS[form]).catch(() => stage.append(' The preview could not be loaded. Reload to try again.'));
    stage.replaceChildren(BODIES[form](choice));
  }
  CHANGES[form](stage.firstElementChild, choice, scheme);
  stage.style.colorScheme = choice.theme || scheme;
}
