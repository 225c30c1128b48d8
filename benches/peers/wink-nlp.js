import model from 'wink-eng-lite-web-model';
import wink from 'wink-nlp';

export const start = async () => {
  const nlp = wink(model);
  return { check: (text) => nlp.readDoc(text).sentences().length() };
};
