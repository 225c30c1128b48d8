// What somebody writes who uses the package: what has to compile does, and what has to be refused is.
import 'comeback-practice';
import type { ComebackAttributes, ComebackOwnQuestions } from 'comeback-practice';

const element = document.createElement('comeback-practice');
element.setAttribute('question', 'regret');
element.addEventListener('comeback-level', ({ detail }) => {
  const level: 'start here' | 'developing' | 'good' | 'strong' = detail.level;
  const question: string = detail.question;
  console.log(level, question);
});
element.addEventListener('click', (event) => event.clientX);
document.querySelector('comeback-practice')?.removeEventListener('comeback-start', () => {});

export const attributes: ComebackAttributes = {
  question: 'regret biggest-failure',
  theme: 'dark',
  'text-size': '18',
  'storage-key': 'course',
  'data-link-ownership': '#accountability',
};
export const own: ComebackOwnQuestions = { questions: [{ id: 'late-parcel', prompt: 'What came too late?' }] };

// @ts-expect-error There are two themes.
export const theme: ComebackAttributes = { theme: 'blue' };
// @ts-expect-error Luck is no criterion.
export const link: ComebackAttributes = { 'data-link-luck': '#luck' };
// @ts-expect-error A place on the same page.
export const away: ComebackAttributes = { 'data-link-cause': 'https://example.org/' };
// @ts-expect-error Nothing is said of a level at the start.
element.addEventListener('comeback-start', ({ detail }) => detail.level);
// @ts-expect-error An own question needs a prompt.
export const bare: ComebackOwnQuestions = { questions: [{ id: 'late-parcel' }] };
