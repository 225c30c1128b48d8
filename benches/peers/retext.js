import { unified } from 'unified';
import english from 'retext-english';
import equality from 'retext-equality';
import intensify from 'retext-intensify';
import passive from 'retext-passive';
import profanities from 'retext-profanities';
import readability from 'retext-readability';
import simplify from 'retext-simplify';
import stringify from 'retext-stringify';

export const start = async () => {
  const processor = unified().use(english).use(stringify).freeze();
  const plugins = [equality, intensify, passive, profanities, readability, simplify];
  const all = plugins.reduce((so, plugin) => so.use(plugin), processor()).freeze();
  return { check: (text) => all.processSync(text).messages };
};
