import writeGood from 'write-good';

// It assigns to this name without having declared it, which modules forbid.
globalThis.match = null;

export const start = async () => ({ check: (text) => writeGood(text) });
