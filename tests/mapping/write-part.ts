import { BULAN } from '../../src/rules/tanggal.ts';
import type { StructureColumn } from './structures.ts';

/** One value that lies in several columns: `bagian:gol` is "III" of III/a. */
const FORM = /^bagian:(\S+)/;

export const hasPart = ({ encoding = '' }: StructureColumn): boolean => FORM.test(encoding);

const ROMANS = ['', 'I', 'II', 'III', 'IV'];
const slash = (text: string): readonly [string, string] => {
  const [first = '', second = ''] = text.split('/');
  return [first, second];
};
const dash = (text: string, at: number): string => text.split('-')[at] ?? '';

/** By name: of a golongan (III/a), of an ISO date, of a name, of an address with RT and RW in it. */
const PARTS: Readonly<Record<string, (text: string) => string>> = {
  gol: (text) => slash(text)[0],
  ruang: (text) => slash(text)[1],
  'gol-angka': (text) => (text === '' ? '' : String(ROMANS.indexOf(slash(text)[0]))),
  'ruang-angka': (text) => (text === '' ? '' : String(' abcde'.indexOf(slash(text)[1]))),
  tahun: (text) => dash(text, 0),
  bulan: (text) => (text === '' ? '' : String(Number(dash(text, 1)))),
  hari: (text) => (text === '' ? '' : String(Number(dash(text, 2)))),
  'nama-bulan': (text) => (text === '' ? '' : (BULAN[Number(dash(text, 1)) - 1] ?? '')),
  'kata-awal': (text) => text.split(' ')[0] ?? '',
  'kata-tengah': (text) => text.split(' ').slice(1, -1).join(' '),
  'kata-akhir': (text) => text.split(' ').slice(1).at(-1) ?? '',
  'kata-sisa': (text) => text.split(' ').slice(1).join(' '),
  jalan: (text) => /^(.*?)\s*RT \d/.exec(text)?.[1] ?? text,
};

export function partOf(encoding: string): (text: string) => string {
  const part = PARTS[FORM.exec(encoding)?.[1] ?? ''];
  if (!part) throw new Error(`No such part: ${encoding}`);
  return part;
}
