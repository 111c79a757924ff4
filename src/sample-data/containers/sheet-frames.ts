import type { XlsxCell } from '#formats';
import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import type { SheetFrame } from './xlsx.ts';

const PLAIN: SheetFrame = {
  above: (columns) => [columns],
  merges: () => [],
  below: [],
  dateFormat: 'm/d/yy',
  extra: [],
};

/** Lines under the rows of a sheet: a subtotal and who signed. They are no people. */
const SIGNATURE: readonly (readonly XlsxCell[])[] = [
  ['JUMLAH', undefined, undefined, 'orang'],
  [undefined, undefined, undefined, 'Kepala Perangkat Daerah'],
  [undefined, undefined, undefined, 'NIP. -'],
];

/** The frame of an office's sheets: plain, under a letterhead, with a sheet of codes, or with a heading of two rows. */
export function frameOf({ version, nama }: OfficeProfile, per: LocalDate): SheetFrame {
  if (version === 'F1') return { ...PLAIN, above: (columns) => [...letterhead(nama, per), columns] };
  if (version === 'F2') return { ...PLAIN, extra: [{ name: 'keterangan', rows: CODES }] };
  if (version !== 'F3') return PLAIN;
  return {
    ...PLAIN,
    above: (columns, sheet) => [['DAFTAR NOMINATIF PEGAWAI'], [sheet], [], ...twoRows(columns)],
    merges: (columns) => mergesOf(columns),
    below: SIGNATURE,
  };
}

/** How many lines under the rows of each sheet are no people. */
export const linesBelow = ({ version, container }: OfficeProfile): number =>
  version === 'F3' && container === 'xlsx' ? SIGNATURE.length : 0;

const DAY = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' });

function letterhead(nama: string, per: LocalDate): readonly (readonly XlsxCell[])[] {
  return [
    [`PEMERINTAH ${nama.toUpperCase()}`],
    ['BADAN KEPEGAWAIAN DAERAH'],
    ['Jalan Contoh Nomor 1'],
    [],
    ['DAFTAR NOMINATIF PEGAWAI NEGERI SIPIL'],
    [`Keadaan ${DAY.format(new Date(formatIsoDate(per)))}`],
    [],
    [],
  ];
}

const CODES: readonly (readonly XlsxCell[])[] = [
  ['Kolom', 'Kode', 'Arti'],
  ['Golongan', '21', 'II/a'],
  ['Golongan', '31', 'III/a'],
  ['Golongan', '41', 'IV/a'],
  ['Status Pernikahan', 'Lajang', 'Belum menikah'],
];

/** Parents of the two-row heading: their columns stand side by side and lose the common word. */
const GROUPS: readonly (readonly [string, RegExp])[] = [
  ['NIP', /^NIP( Baru)?$/],
  ['Lahir', /^(Tempat|Tanggal|Tgl|Tg) Lahir$/],
  ['Pendidikan', /^(Pendidikan|Jurusan|Lulus)$/],
];

function groupAt(columns: readonly string[], at: number): readonly [string, number] | undefined {
  for (const [parent, members] of GROUPS) {
    if (!members.test(columns[at] ?? '')) continue;
    let size = 1;
    while (members.test(columns[at + size] ?? '')) size++;
    const before = members.test(columns[at - 1] ?? '');
    return size > 1 && !before ? [parent, size] : undefined;
  }
  return undefined;
}

function twoRows(columns: readonly string[]): readonly (readonly XlsxCell[])[] {
  const upper: XlsxCell[] = [];
  const lower: XlsxCell[] = [];
  for (let i = 0; i < columns.length; i++) {
    const group = groupAt(columns, i);
    if (!group) {
      upper.push(columns[i]);
      lower.push(undefined);
      continue;
    }
    const [parent, size] = group;
    for (let k = 0; k < size; k++) {
      upper.push(k === 0 ? parent : undefined);
      lower.push((columns[i + k] ?? '').replace(` ${parent}`, '').replace(/^NIP$/, 'Lama').replace('NIP ', ''));
    }
    i += size - 1;
  }
  return [upper, lower];
}

function mergesOf(columns: readonly string[]): readonly string[] {
  const merges: string[] = [];
  for (let i = 0; i < columns.length; i++) {
    const group = groupAt(columns, i);
    if (!group) {
      merges.push(`${letters(i)}4:${letters(i)}5`);
      continue;
    }
    merges.push(`${letters(i)}4:${letters(i + group[1] - 1)}4`);
    i += group[1] - 1;
  }
  return merges;
}

function letters(column: number): string {
  const high = Math.floor(column / 26);
  return (high > 0 ? String.fromCharCode(64 + high) : '') + String.fromCharCode(65 + (column % 26));
}
