import nlp from 'compromise';

export const start = async () => ({ check: (text) => nlp(text).document.length });
