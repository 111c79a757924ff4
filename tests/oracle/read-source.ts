import { readFileSync } from 'node:fs';
import { type Field, FIELDS } from '#canonical';
import type { ProblemCode } from '#kernel/problem.ts';
import { foldText } from '#kernel/text.ts';
import type { Recipe } from '#mapping';
import type { Reference } from '#reference';
import { Columns } from './columns.ts';
import { joinTables, openTables } from './open-tables.ts';
import { listDelivered, readPerson } from './read-person.ts';
import type { DataRow } from './table.ts';
import { of, type Person, RUSAK } from './value.ts';
import { TRIAL_NAMES } from './words.ts';

/** A line of karantina.csv without its sentence. */
export interface Quarantined {
  readonly berkas: string;
  readonly baris: number;
  readonly kolom: string;
  readonly nilai: string;
  readonly kode: string;
}

/** One file, read. */
export interface Source {
  /** Four digits, or "bkn". */
  readonly instansi: string;
  readonly delivered: readonly Field[];
  /** Whether months of service come beside the years. */
  readonly hasMonths: boolean;
  /** Rows that are about a person in service. */
  readonly people: readonly Person[];
  /** All rows, also those that were dropped. */
  readonly everybody: readonly Person[];
  readonly quarantine: readonly Quarantined[];
}

/** A recipe that the engine wrote: what it proposes is not checked here. */
export function loadRecipe(path: string): Recipe {
  return JSON.parse(readFileSync(path, 'utf8')) as Recipe;
}

/** BKN's export is known by its headings, which the catalogue lists; nobody in it is left out. */
export function bknRecipe(): Recipe {
  const kolom = FIELDS.flatMap(({ nama, judulSiasn, tipe }) => {
    const pembaca: Recipe['kolom'][number]['pembaca'] =
      tipe === 'tanggal' ? { jenis: 'tanggal', urutan: 'dmy' } : { jenis: 'langsung' };
    const sumber = judulSiasn ?? '';
    return sumber === ''
      ? []
      : [{ sumber, kanonik: nama, keyakinan: 1, tingkat: 'pasti' as const, kandidat: [], pembaca, bukti: '' }];
  });
  return {
    berkas: '',
    tabel: '',
    entitas: 'pegawai',
    baris: 0,
    kolom,
    rahasia: [],
    saring: [],
    gabung: [],
    pilihan: [],
  };
}

export function readSource(instansi: string, berkas: string, recipe: Recipe, reference: Reference): Source {
  const tables = openTables(berkas, recipe);
  const table = joinTables(tables, recipe);
  const columns = new Columns(recipe, table.columns, tables);
  const delivered = listDelivered(columns);
  const quarantine: Quarantined[] = table.refused.map((row) => ({ berkas, kolom: '', nilai: '', ...row }));
  const people: Person[] = [];
  const everybody: Person[] = [];
  for (const row of table.rows) {
    const add = (kolom: string, nilai: string, kode: ProblemCode): void => {
      quarantine.push({ berkas, baris: row.baris, kolom, nilai, kode });
    };
    const person = readPerson(delivered, columns, row, reference, add);
    everybody.push(person);
    const reason = findFilter(columns, row) ?? judgeIdentity(person, columns.of('nama')[0]?.sumber ?? '');
    if (reason === undefined) people.push(person);
    else add('', '', reason);
  }
  refuseRoundedNiks(people, columns.of('nik')[0]?.sumber ?? 'nik', (line) => quarantine.push({ berkas, ...line }));
  const hasMonths = columns.of('masa_kerja_bulan').length > 0 || hasServiceInOneCell(columns);
  return { instansi, delivered, hasMonths, people, everybody, quarantine };
}

/** Of 16 digits a spreadsheet keeps 15: a column of which every NIK ends in 0 was rounded, if there are enough to tell. */
function refuseRoundedNiks(people: Person[], kolom: string, add: (line: Omit<Quarantined, 'berkas'>) => void): void {
  const known = people.filter((person) => of(person, 'nik') !== '');
  if (known.length < 20 || known.some((person) => !of(person, 'nik').endsWith('0'))) return;
  for (const person of known) {
    add({ baris: person.baris, kolom, nilai: of(person, 'nik'), kode: 'NIK_DIBULATKAN' });
    const values = new Map([...person.values, ['nik', RUSAK] as const]);
    people[people.indexOf(person)] = { ...person, values };
  }
}

const hasServiceInOneCell = (columns: Columns): boolean =>
  columns.of('masa_kerja_tahun')[0]?.reader.jenis === 'masa_kerja';

const REASONS: Readonly<Record<Recipe['saring'][number]['alasan'], ProblemCode>> = {
  tidak_aktif: 'BARIS_TIDAK_AKTIF',
  bukan_asn: 'BARIS_BUKAN_ASN',
  usulan: 'BARIS_USULAN',
  data_uji: 'BARIS_DATA_UJI',
  bukan_orang: 'BARIS_BUKAN_ORANG',
};

/** Words however they are typed; codes as they are. */
const wordsOf = (value: string): string => (/\p{L}/u.test(value) ? foldText(value) : value.trim());

/** Why the recipe drops a row: its value is listed, or (`selain`) is not. */
function findFilter(columns: Columns, row: DataRow): ProblemCode | undefined {
  const filter = columns.recipe.saring.find(({ sumber, nilai, selain }) => {
    if (!columns.has(sumber)) return false;
    const value = wordsOf(columns.cell(row, sumber));
    return nilai.some((listed) => wordsOf(listed) === value) !== selain;
  });
  return filter && REASONS[filter.alasan];
}

/**
 * Why a row is about nobody whom the two sides could share: a trial; staff without any mark of a civil servant (no NIP, no
 * golongan, no TMT CPNS in a source that keeps those); the headings again; no person at all, such as a subtotal or a signature.
 */
function judgeIdentity(person: Person, nameHeading: string): ProblemCode | undefined {
  const { values, pnsId, nipLama } = person;
  const nama = of(person, 'nama');
  if (of(person, 'nip') !== '') return undefined;
  if (TRIAL_NAMES.has(nama.trim().toUpperCase())) return 'BARIS_DATA_UJI';
  if (nama !== '' && nama.trim().toUpperCase() === nameHeading.trim().toUpperCase()) return 'BARIS_JUDUL';
  if (pnsId !== '' || nipLama !== '') return undefined;
  const hasBrokenNip = values.get('nip')?.is === 'rusak';
  const isPerson = hasBrokenNip || of(person, 'nik') !== '' || (nama !== '' && of(person, 'tanggal_lahir') !== '');
  const keepsCareer = values.has('golongan') || values.has('tmt_cpns');
  const hasCareer = ['golongan', 'tmt_cpns'].some((field) => (values.get(field)?.is ?? 'kosong') !== 'kosong');
  if (isPerson && nama !== '' && keepsCareer && !hasCareer) return 'BARIS_BUKAN_ASN';
  return isPerson ? undefined : 'BARIS_BUKAN_ORANG';
}

/** Fields of which no usable row holds a value: this Simpeg does not keep them. */
export function listUnkept({ delivered, people }: Source): ReadonlySet<string> {
  const unkept = delivered.filter(({ nama }) =>
    people.every(({ values }) => (values.get(nama)?.is ?? 'kosong') === 'kosong'),
  );
  return new Set(unkept.map(({ nama }) => nama));
}
