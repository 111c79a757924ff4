import { foldText } from '#kernel/text.ts';

const SPELT: ReadonlyMap<string, string> = new Map([
  ['PEMKAB', 'KAB'],
  ['KABUPATEN', 'KAB'],
  ['PEMKOT', 'KOTA'],
  ['KOTAMADYA', 'KOTA'],
  ['PEMPROV', 'PROVINSI'],
  ['PEMPROP', 'PROVINSI'],
  ['PROPINSI', 'PROVINSI'],
  ['PROV', 'PROVINSI'],
  ['PROP', 'PROVINSI'],
]);

const DROPPED: ReadonlySet<string> = new Set(['PEMERINTAH', 'PEM', 'DAERAH']);

/**
 * The form in which names of governments are compared: "Pemerintah Kab. Kudus", "PEMKAB KUDUS" and "Kabupaten Kudus" are one.
 * Only the words around the name change; the name itself, and DAERAH inside a longer name of another body, stay.
 */
export function foldInstansi(nama: string): string {
  const words = foldText(nama).split(' ');
  const first = words.findIndex((word) => !DROPPED.has(word));
  const head = words[first];
  if (first < 0 || head === undefined) return words.join(' ');
  const spelt = SPELT.get(head) ?? head;
  const isGovernment = spelt === 'KAB' || spelt === 'KOTA' || spelt === 'PROVINSI';
  return isGovernment ? [spelt, ...words.slice(first + 1)].join(' ') : words.join(' ');
}
