import type { HistoryRow } from '../../src/sample-data/person.ts';
import { below, pick, throwOf } from './lot.ts';
import { dateWriter } from './date-writer.ts';
import { factOf } from './facts.ts';
import { type RowFacts, seedOf } from './row-facts.ts';
import type { Structure, StructureColumn } from './structures.ts';

const two = (value: number): string => String(value).padStart(2, '0');

interface Trap {
  readonly row: RowFacts;
  readonly seed: string;
  /** A number from..to, both within. */
  readonly number: (from: number, to: number) => number;
  readonly digits: (size: number) => string;
  /** An ISO date within years of the year given. */
  readonly day: (year: number, years: number) => string;
  readonly sometimes: (share: number, text: string) => string;
  readonly date: (iso: string) => string;
}

const NAMES = ['SUPARTINI', 'BAMBANG', 'SLAMET', 'KARTINI', 'MARYATI', 'JOKO', 'WAHYUDI', 'SITI', 'PONIMAN', 'ASIH'];
const LAST = ['UTOMO', 'RAHAYU', 'WIBOWO', 'LESTARI', 'HANDAYANI', 'PRASETYO'];

const birthYear = ({ row }: Trap): number => Number(row.facts.tanggal_lahir?.slice(0, 4) ?? 1980);
const letters = (seed: string, size: number, alphabet: string): string =>
  Array.from({ length: size }, (_, i) => alphabet.charAt(below(`${seed}/${i}`, alphabet.length))).join('');
const nipOf = (seed: string, year: number, n: number): string =>
  `${year}${two(1 + below(`${seed}/b`, 12))}${two(1 + below(`${seed}/h`, 28))}${year + 25}${two(1 + below(`${seed}/c`, 12))}${1 + below(`${seed}/k`, 2)}${String(n).padStart(3, '0')}`;

/** The event before the one that counts now. */
function before({ row }: Trap, kind: 'pangkat' | 'jabatan'): HistoryRow['facts'] {
  const now = row.facts[kind === 'pangkat' ? 'tmt_golongan' : 'tmt_jabatan'] ?? '';
  const events = row.filling.person.riwayat[kind].map(({ facts }) => facts);
  const earlier = events.filter((facts) => (facts[kind === 'pangkat' ? 'tmt_golongan' : 'tmt_jabatan'] ?? '9') < now);
  return earlier.at(-1) ?? {};
}

/** What stands in a column that has no field, by the word after `isi:`. */
const FILLERS: Readonly<Record<string, (trap: Trap) => string>> = {
  urut: ({ row }) => String(row.filling.number * 40 + Number(/\d+$/.exec(row.key)?.[0] ?? 0) + 1),
  uuid: ({ seed }) =>
    [8, 4, 4, 4, 12].map((size, part) => letters(`${seed}/${part}`, size, '0123456789abcdef')).join('-'),
  'uuid-unit': ({ row }) =>
    [8, 4, 4, 4, 12]
      .map((size, part) => letters(`${row.facts.unit_kerja ?? ''}/${part}`, size, '0123456789abcdef'))
      .join('-'),
  kosong: () => '',
  konstan: () => '3324',
  nol: () => '0',
  'kode-konstan': () => '1',
  'kode-kecil': ({ number }) => String(number(1, 14)),
  waktu: (trap) =>
    `${trap.day(2019, 6)} ${two(trap.number(7, 16))}:${two(below(`${trap.seed}/i`, 60))}:${two(below(`${trap.seed}/s`, 60))}`,
  pengguna: ({ seed }) => pick(seed, ['admin', 'operator1', 'operator2', 'bkd', 'umpeg']),
  'lahir-pasangan': (trap) => (trap.row.facts.nama_pasangan ? trap.date(trap.day(birthYear(trap) - 4, 8)) : ''),
  'lahir-anak': (trap) => trap.sometimes(0.8, trap.date(trap.day(birthYear(trap) + 24, 12))),
  'tgl-nikah': (trap) => trap.sometimes(0.85, trap.date(trap.day(birthYear(trap) + 22, 8))),
  'tgl-bebas': (trap) => trap.sometimes(0.8, trap.date(trap.day(2015, 10))),
  'tgl-depan': (trap) => trap.sometimes(0.8, trap.date(trap.day(2026, 5))),
  'nama-orang': ({ seed, sometimes }) => sometimes(0.9, `${pick(`${seed}/a`, NAMES)} ${pick(`${seed}/z`, LAST)}`),
  'nama-sendiri': ({ row }) => row.facts.nama ?? '',
  'nip-atasan': ({ number }) => {
    const boss = number(1, 25);
    return nipOf(`atasan/${boss}`, 1966 + boss, boss);
  },
  'nip-pasangan': (trap) => trap.sometimes(0.25, nipOf(trap.seed, birthYear(trap) - 1, trap.number(1, 20))),
  'golongan-lama': (trap) => before(trap, 'pangkat').golongan ?? '',
  'golongan-lama-2': (trap) => before(trap, 'pangkat').golongan_id ?? '',
  'tmt-golongan-lama': (trap) => trap.date(before(trap, 'pangkat').tmt_golongan ?? ''),
  'sk-lama': (trap) => before(trap, 'pangkat').no_sk_golongan ?? '',
  'jabatan-lama': (trap) => before(trap, 'jabatan').jabatan ?? '',
  'unit-pusat': ({ row }) => row.facts.unit_organisasi_induk ?? '',
  'alamat-lain': ({ row, sometimes, seed }) =>
    sometimes(
      0.3,
      `JL. ${pick(seed, ['MELATI', 'MAWAR', 'DIPONEGORO'])} RT 01 RW 02 ${row.facts.alamat_kecamatan ?? ''}`,
    ),
  telepon: ({ digits }) => `08${digits(10)}`,
  foto: ({ row }) => `${row.facts.nip ?? ''}${row.key}.jpg`,
  tautan: ({ seed }) => `https://berkas.contoh.test/buka?id=${letters(seed, 28, 'abcdefghijkLMNOPQRST0123456789_-')}`,
  'sidik-jari': ({ row }) => String(100 + row.filling.number),
  'ukuran-baju': ({ seed }) => pick(seed, ['S', 'M', 'L', 'L', 'XL']),
  regu: ({ seed }) => pick(seed, ['P', 'S', 'M', 'L']),
  rhesus: ({ seed }) => pick(seed, ['+', '+', '+', '-']),
  'ya-tidak': ({ seed }) => pick(seed, ['1', '1', '1', '0']),
  'ya-kata': ({ seed }) => pick(seed, ['Ya', 'Ya', 'Tidak']),
  uang: ({ number }) => String(number(1_500, 6_500) * 1_000),
  usia: (trap) => String(2025 - birthYear(trap)),
  jam: ({ number }) => String(number(4, 90) * 10),
  skor: ({ number, seed }) => `${number(76, 98)}.${two(below(`${seed}/k`, 100))}`,
  predikat: ({ seed }) => pick(seed, ['Baik', 'Baik', 'Sangat Baik', 'Cukup']),
  bank: ({ seed }) => pick(seed, ['BANK JATENG', 'BRI', 'BANK MANDIRI']),
  pekerjaan: ({ seed }) => pick(seed, ['PNS', 'Wiraswasta', 'Ibu rumah tangga', 'Karyawan swasta', 'Guru']),
  profesi: ({ seed }) => pick(seed, ['Perawat', 'Dokter', 'Bidan', 'Apoteker', 'Administrasi']),
  dusun: ({ seed }) => pick(seed, ['KRAJAN', 'SIDOMULYO', 'NGEMPLAK', 'TEGALREJO']),
  negara: () => 'ID',
  npsn: ({ row }) => `203${String(throwOf(row.facts.unit_kerja ?? '')).slice(2, 7)}`,
  nuptk: ({ row, digits }) => `${(row.facts.tanggal_lahir ?? '').slice(2, 7).replace('-', '')}7${digits(11)}`,
  lintang: ({ digits }) => `-7.0${digits(5)}`,
  bujur: ({ digits }) => `110.2${digits(5)}`,
  'kode-wilayah': ({ number }) => `0324${two(number(1, 20))}  `,
  'nomor-berkas': ({ number, sometimes }) =>
    sometimes(0.8, `${number(100, 9_999)}/${number(1, 12)}/${number(2010, 2024)}`),
  'nomor-panjang': ({ digits, sometimes }) => sometimes(0.4, `000${digits(10)}`),
  'tahun-sekolah': (trap) => String(birthYear(trap) + trap.number(18, 20)),
  'tahun-dinas': ({ number, sometimes }) => sometimes(0.3, String(number(1998, 2024))),
  catatan: ({ seed, sometimes }) => sometimes(0.2, pick(seed, ['lengkap', 'sedang diperiksa', 'mutasi masuk'])),
  sandi: ({ seed }) => `$2y$10$${letters(seed, 53, 'abcdefghijkLMNOPQ0123456789')}`,
  'sandi-polos': ({ seed, digits }) => `${pick(seed, ['bismillah', 'rahasia', 'kendal'])}${digits(3)}`,
  token: ({ seed }) => letters(seed, 40, 'abcdefghijklmnopqrstuvwxyz0123456789'),
  pin: ({ digits }) => digits(6),
};

export const isTrap = ({ encoding = '' }: StructureColumn): boolean => encoding.startsWith('isi:');

/** Contents that the structure tells itself: `isi:pilih:A|B|B`, `isi:angka:40-95`, `isi:tetap:3324`, `isi:salin:nip`. */
const TOLD: Readonly<Record<string, (argument: string, trap: Trap) => string>> = {
  pilih: (words, { seed }) => pick(seed, words.split('|')),
  angka: (range, { number }) => String(number(Number(range.split('-')[0]), Number(range.split('-')[1]))),
  tetap: (text) => text,
  salin: (field, { row, seed }) => factOf(field, row.facts, seed),
};

function fillerOf(encoding: string): ((trap: Trap) => string) | undefined {
  const [, told = '', argument = ''] = /^isi:([a-z]+):(.*)$/.exec(encoding) ?? [];
  const write = TOLD[told];
  return write ? (trap) => write(argument, trap) : FILLERS[/^isi:(\S+)/.exec(encoding)?.[1] ?? ''];
}

/** Writes a column whose contents the structure names with `isi:`. */
export function writeTrap(column: StructureColumn, structure: Structure, salt: string): (row: RowFacts) => string {
  const filler = fillerOf(column.encoding ?? '');
  if (!filler) throw new Error(`${structure.slug}, ${column.name}: no such contents: ${column.encoding ?? ''}`);
  const date = dateWriter(column, structure, salt).write;
  return (row) => {
    const seed = seedOf(salt, row);
    return filler({
      row,
      seed,
      date,
      number: (from, to) => from + below(`${seed}/n`, to - from + 1),
      digits: (size) => letters(`${seed}/d`, size, '0123456789'),
      day: (year, years) =>
        `${year + below(`${seed}/y`, years)}-${two(1 + below(`${seed}/m`, 12))}-${two(1 + below(`${seed}/t`, 28))}`,
      sometimes: (share, text) => (throwOf(`${seed}/ada`) < share ? text : ''),
    });
  };
}
