import { readdirSync } from 'node:fs';
import { basename, dirname, parse, sep } from 'node:path';
import { nearestWord } from '#kernel/nearest-word.ts';
import { type Problem, problem } from '#kernel/problem.ts';

/** Says that a file is not there, and what its name may have been meant to be. `berkas` is the file as it is called there. */
export function absentFile(path: string, berkas = basename(path)): Problem {
  return problem('BERKAS_TIDAK_ADA', { berkas, saran: guess(path) });
}

function guess(path: string): string {
  if (/["'“”‘’]/u.test(path)) return ' (tanda kutip ikut terbaca sebagai nama; ketik ulang tanda kutipnya)';
  if (sep === '/' && path.includes('\\')) {
    return ' (di komputer ini folder dipisahkan garis miring biasa, /, bukan \\)';
  }
  const folder = dirname(path);
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return ` (folder ${folder} tidak ada)`;
  }
  // by names without their ends, which are alike in all files of a kind
  const stemOf = (name: string): string => parse(name).name;
  const meant = nearestWord(stemOf(path), names.map(stemOf));
  const named = names.find((name) => stemOf(name) === meant);
  return named === undefined ? '' : ` (maksud Anda "${named}"?)`;
}
