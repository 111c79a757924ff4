import type { RowFacts } from './row-facts.ts';
import { throwOf } from './lot.ts';

/** What hands and programs do to a text once it is written, row by row; `steps` are the words behind ` ~ ` of an encoding. */
export interface Finish {
  /** The encoding without the steps. */
  readonly plain: string;
  /** The written text of any value, as codes are told: what does not hang on the row. */
  readonly text: (text: string) => string;
  readonly row: (text: string, row: RowFacts, seed: string) => string;
}

const blanks = (argument: string): string => argument.replaceAll('_', ' ');

const TEXT_STEPS: Readonly<Record<string, (text: string, argument: string) => string>> = {
  besar: (text) => text.toUpperCase(),
  kecil: (text) => text.toLowerCase(),
  judul: (text) => text.toLowerCase().replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase()),
  nol: (text, size) => text.padStart(Number(size), '0'),
  lebar: (text, size) => text.padEnd(Number(size)),
  cukup: (text, size) => text.slice(0, Number(size)),
  depan: (text, before) => blanks(before) + text,
  belakang: (text, behind) => text + blanks(behind),
  ribuan: (text) => text.replace(/\B(?=(?:\d{3})+$)/g, '.'),
  sela: inGroups,
};

function inGroups(text: string, sizes: string): string {
  let at = 0;
  const groups = sizes.split(',').map((size) => text.slice(at, (at += Number(size))));
  return [...groups, text.slice(at)].join(' ').trim();
}

/**
 * `besar`, `kecil`, `judul`; `nol:3` and `lebar:30` fill up, `cukup:20` cuts; `depan:`, `belakang:` (`_` is a blank); `ribuan`;
 * `sela:3,3` parts digits; `kosong:0000-00-00` stands for nothing; `hanya:1,4` only for these kinds of post; `jarang:0.3` for so many.
 */
export function readFinish(encoding: string): Finish {
  const [plain = '', ...words] = ` ${encoding}`.split(' ~ ');
  const steps = words.map((word) => {
    const at = word.indexOf(':');
    return at < 0 ? { name: word, argument: '' } : { name: word.slice(0, at), argument: word.slice(at + 1) };
  });
  const argumentOf = (wanted: string): string | undefined => steps.find(({ name }) => name === wanted)?.argument;
  const [none = '', kinds, share] = [argumentOf('kosong'), argumentOf('hanya'), argumentOf('jarang')];
  const unknown = steps.find(({ name }) => !(name in TEXT_STEPS) && !['kosong', 'hanya', 'jarang'].includes(name));
  if (unknown) throw new Error(`No such step: ${unknown.name}`);
  const text = (written: string): string =>
    written === '' ? '' : steps.reduce((so, { name, argument }) => TEXT_STEPS[name]?.(so, argument) ?? so, written);
  const row: Finish['row'] = (written, { facts }, seed) => {
    const isThere =
      (kinds === undefined || kinds.split(',').includes(facts.jenis_jabatan_id ?? '')) &&
      (share === undefined || throwOf(`${seed}/jarang`) < Number(share));
    return (isThere ? text(written) : '') || none;
  };
  return { plain: plain.trimStart(), text, row };
}
