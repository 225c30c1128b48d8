// Prints, for each group of files in `dist/` that the arguments name as `one+two`, its bytes: raw, and after brotli at
// its highest level.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const weights = process.argv.slice(2).map((group) => {
  const files = group.split('+').map((file) => readFileSync(`dist/${file}`));
  const small = files.map((bytes) => brotliCompressSync(bytes, { params }).length);
  return { raw: sum(files.map((bytes) => bytes.length)), brotli: sum(small) };
});
console.log(JSON.stringify(weights));
