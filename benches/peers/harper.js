import { createBinaryModuleFromUrl, LocalLinter } from 'harper.js';

export const start = async () => {
  const binary = createBinaryModuleFromUrl('/harper_wasm_slim_bg.wasm', 'slim');
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return { check: (text) => linter.lint(text) };
};
