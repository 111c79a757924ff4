// Entry of `npm run bench [-- name ... option ...]`: runs the named measures, or all, one after the other.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readOptions } from './lib/options.ts';

const MEASURES = ['rekonsiliasi', 'xlsx', 'pemetaan', 'linkage', 'langsung', 'portal'];

const words = process.argv.slice(2);
const { names } = readOptions(words);
const unknown = names.filter((name) => !MEASURES.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown measure: ${unknown.join(', ')}. There are: ${MEASURES.join(', ')}.`);
  process.exit(2);
}
const options = words.filter((word) => !names.includes(word));
for (const name of names.length > 0 ? names : MEASURES) {
  console.log(`== ${name} ==`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
