import { type LocalDate, monthsBetween } from '#kernel/local-date.ts';
import type { Catalogue } from '../lists/lists.ts';
import type { Daerah } from '../lists/types.ts';
import type { Origin } from '../plan/cohorts.ts';
import type { Random } from '../random.ts';
import type { Facts } from '../person.ts';

/** Words in a name: 18% one, 55% two, 23% three, 3% four, 1% five. */
const WORD_LIMITS = [0.18, 0.73, 0.96, 0.99] as const;

/** A full name in capitals, put together from parts. */
export function drawName(catalogue: Catalogue, perempuan: boolean, random: Random): string {
  const { nama } = catalogue.lists;
  const first = perempuan ? nama.depanWanita : nama.depanPria;
  const later = perempuan ? nama.belakangWanita : nama.belakangPria;
  const chance = random.unit();
  const words = 1 + WORD_LIMITS.filter((limit) => chance >= limit).length;
  if (words === 1) return random.pickFront(chance < 0.09 ? first : later, 300);
  const parts = new Set([random.pickFront(first, 40)]);
  while (parts.size < words) {
    parts.add(random.pickFront(parts.size < words - 1 && random.chance(0.5) ? first : later, 60));
  }
  return [...parts].join(' ');
}

const AGAMA = [
  [0.96, '1'],
  [0.985, '2'],
  [0.997, '3'],
  [0.998, '4'],
  [0.9995, '5'],
  [1, '6'],
] as const;

export function drawAgama(random: Random): string {
  const chance = random.unit();
  return AGAMA.find(([limit]) => chance < limit)?.[1] ?? '1';
}

/** BKN's code of marriage by age: 1 married, 2 divorced, 3 widowed, 4 unmarried. */
export function drawKawin(age: number, random: Random): string {
  if (age < 27) return random.chance(0.5) ? '4' : '1';
  const unmarried = age < 35 ? 0.5 - ((age - 27) / 8) * 0.45 : 0.03;
  if (random.chance(unmarried)) return '4';
  if (age < 35 || !random.chance(0.07)) return '1';
  return random.chance(0.4) ? '2' : '3';
}

/** Where a person lives: a kecamatan of the office's area by the number that keeps NIK apart, and a place in it. */
export interface Home {
  readonly daerah: Daerah;
  readonly kecamatan: string;
  readonly kodeKecamatan: string;
  readonly desa: string;
}

export function findHome(areas: readonly Daerah[], origin: Origin, random: Random): Home {
  const daerah = areas[(origin.salt + origin.serial) % areas.length] ?? random.pick(areas);
  const rows = daerah.kecamatan;
  const [kodeKecamatan = '', kecamatan = '', desa = ''] =
    rows[(origin.salt + Math.trunc(origin.serial / 3)) % rows.length] ?? [];
  return { daerah, kecamatan, kodeKecamatan, desa: random.pick(desa.split('|')) };
}

/**
 * NIK: kecamatan, birth date (day + 40 for women) and a serial from 9000 on. The serial says age and month of appointment and the
 * NIP's serial modulo 3, the kecamatan the rest of that: people who share birth date and sex do not share the NIK. Only among
 * millions do a few, for a small area has too few kecamatan.
 */
export function makeNik(home: Home, origin: Origin): string {
  const { tanggalLahir, perempuan, serial } = origin;
  const date = tanggalLahir % 1_000_000;
  const day = (date % 100) + (perempuan ? 40 : 0);
  const month = Math.trunc(date / 100) % 100;
  const year = Math.trunc(date / 10_000);
  return `${home.kodeKecamatan}${pad2(day)}${pad2(month)}${pad2(year)}${9000 + appointmentCode(origin) * 3 + (serial % 3)}`;
}

/** 27 ages of appointment (19 to 35, 37 to 46) by 12 months; then the years of PPPK, and staff without a status. */
function appointmentCode({ cpnsYear, birthYear, slot }: Origin): number {
  if (slot >= 12) return slot === 12 ? 324 + (cpnsYear % 6) : 330;
  const age = cpnsYear - birthYear;
  return (age < 36 ? age - 19 : age - 20) * 12 + slot;
}

/** Eighteen digits: birth date, year and month of appointment (21 for a first contract of a PPPK), sex, serial from 901 on. */
export function makeNip({ tanggalLahir, cpnsYear, slot, perempuan, serial }: Origin): string {
  const begun = slot < 12 ? pad2(slot + 1) : '21';
  return `${tanggalLahir}${cpnsYear}${begun}${perempuan ? 2 : 1}${901 + serial}`;
}

/**
 * A mobile number with 0000 after the prefix: 12 digits mostly. Numbers are dealt out by the person's number, so they rarely meet
 * while they last; a few people share one all the same.
 */
export function drawPhone(number: number, random: Random): string {
  const length = random.unit();
  const digits = length < 0.875 ? 4 : length < 0.965 ? 3 : length < 0.987 ? 5 : 2;
  const size = 10 ** digits;
  const place = ((random.chance(0.006) ? number - 1 : number) * 618_033 + 7) % (size * PREFIXES);
  return `08${11 + Math.trunc(place / size)}0000${String(place % size).padStart(digits, '0')}`;
}

const PREFIXES = 89;

/** Children born to a married or once married person; at most two count for pay. */
export function drawChildren(kawin: string, age: number, random: Random): number {
  if (kawin === '4') return 0;
  const most = age < 28 ? 1 : age < 33 ? 2 : 3;
  return random.between(age < 28 ? 0 : 1, most);
}

export function ageOn(tanggalLahir: LocalDate, date: LocalDate): number {
  return Math.trunc(monthsBetween(tanggalLahir, date) / 12);
}

export function pad2(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

const STREETS = [
  'MAWAR',
  'MELATI',
  'DIPONEGORO',
  'AHMAD YANI',
  'KARTINI',
  'SUDIRMAN',
  'PEMUDA',
  'VETERAN',
  'MERDEKA',
  'KENANGA',
];

/** Address fields of a home. */
export function describeHome(home: Home, provinsi: string, random: Random): Facts {
  const rt = String(random.between(1, 20)).padStart(3, '0');
  const rw = String(random.between(1, 20)).padStart(3, '0');
  const kind = home.daerah.jenis === 'kota' ? 'KOTA' : 'KAB.';
  const street = random.chance(0.4) ? `JL. ${random.pick(STREETS)} NO. ${random.between(1, 90)} ` : '';
  return {
    alamat: `${street}RT ${rt} RW ${rw} ${home.desa} ${home.kecamatan} ${kind} ${home.daerah.nama}`,
    alamat_rt: rt,
    alamat_rw: rw,
    alamat_kelurahan: home.desa,
    alamat_kecamatan: home.kecamatan,
    alamat_kabupaten: home.daerah.nama,
    alamat_provinsi: provinsi,
    kode_pos: `5${String(random.below(9)) + String(100 + random.below(400))}`,
  };
}
