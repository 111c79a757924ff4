import type { Facts } from '../../src/sample-data/person.ts';
import { dateWriter, type Order } from './date-writer.ts';
import { factOf, personField, typeOf } from './facts.ts';
import { isTrap, writeTrap } from './fill-traps.ts';
import { fillUnmapped } from './fill-unmapped.ts';
import { below, pick, shuffle, throwOf } from './lot.ts';
import { type RowFacts, seedOf } from './row-facts.ts';
import { hasTable, readTable } from './code-table.ts';
import { readFinish } from './finish.ts';
import type { FurtherField, Structure, StructureColumn } from './structures.ts';
import { hasPart, partOf } from './write-part.ts';
import { hasPattern, readPattern } from './write-pattern.ts';

/** What a written column means, for scoring. */
export interface ColumnTruth {
  readonly name: string;
  readonly canonical: string | null;
  readonly secret: boolean;
  readonly order?: Order;
  /** Written value -> sex. */
  readonly sexes?: Readonly<Record<string, 'M' | 'F'>>;
  /** Written code -> BKN's id and label. */
  readonly codes?: ReadonlyMap<string, { readonly id: string; readonly label: string }>;
  readonly further?: readonly FurtherField[];
}

export interface WrittenColumn {
  readonly truth: ColumnTruth;
  readonly write: (row: RowFacts) => string;
  /** What of a cell belongs to one field, where several share it; of a value over several columns all of it. */
  readonly part?: (field: string, row: RowFacts) => string;
}

/** How a column of a structure writes its values; all throws hang on the seed. */
export function writeColumn(
  structure: Structure,
  column: StructureColumn,
  rows: readonly RowFacts[],
  seed: string,
): WrittenColumn {
  const { plain: encoding, text, row: finish } = readFinish(column.encoding ?? '');
  const written = writePlain(structure, column.encoding === undefined ? column : { ...column, encoding }, rows, seed);
  if (encoding === (column.encoding ?? '')) return written;
  const { truth, write } = written;
  const { codes, sexes } = truth;
  return {
    ...written,
    truth: {
      ...truth,
      ...(codes ? { codes: new Map([...codes].map(([code, meaning]) => [text(code), meaning])) } : {}),
      ...(sexes ? { sexes: Object.fromEntries(Object.entries(sexes).map(([code, sex]) => [text(code), sex])) } : {}),
    },
    write: (row) =>
      finish(write(row), row, `${seed}/${structure.slug}/${column.name}/${row.filling.number}/${row.key}`),
  };
}

function writePlain(
  structure: Structure,
  column: StructureColumn,
  rows: readonly RowFacts[],
  seed: string,
): WrittenColumn {
  const { name, canonical } = column;
  const salt = `${seed}/${structure.slug}/${name}`;
  const { further } = column;
  const plain: ColumnTruth = { name, canonical, secret: column.secret ?? false, ...(further ? { further } : {}) };
  if (canonical === null && isTrap(column)) return { truth: plain, write: writeTrap(column, structure, salt) };
  if (column.secret === true) return { truth: plain, write: (row) => secretOf(name, salt, row) };
  if (canonical === null) return { truth: plain, write: (row) => fillUnmapped(column, structure, salt, row) };
  if (canonical === '@pegawai_key')
    return { truth: plain, write: (row) => keyOf(`${name} ${column.encoding ?? ''}`, row) };
  if (canonical === 'riwayat.kategori') {
    const names = column.encoding === 'kata' ? CATEGORY_NAMES : CATEGORY_CODES;
    return { truth: plain, write: ({ kind = '' }) => names[kind] ?? '20' };
  }
  const field = personField(canonical);
  const own = { column, structure, salt, field, plain };
  if (hasTable(column)) return writeFromTable(own, rows);
  if (hasPattern(column)) {
    const { order, ...pattern } = readPattern(column, structure, salt);
    return { truth: order === undefined ? plain : { ...plain, order }, ...pattern };
  }
  if (hasPart(column)) {
    const part = partOf(column.encoding ?? '');
    const whole = (row: RowFacts): string => labelOf(field, row, seedOf(salt, row));
    // joined with its other parts, the value means what the whole of it does
    return { truth: plain, write: (row) => part(whole(row)), part: (_, row) => whole(row) };
  }
  const latest = /^tanda:(.*)\/(.*)$/.exec(column.encoding ?? '');
  if (latest) return { truth: plain, write: ({ isLatest }) => (isLatest ? latest[1] : latest[2]) ?? '' };
  if (field === 'jenis_kelamin') return writeSex(own);
  if (typeOf(canonical) === 'tanggal') return writeDate(own);
  if (field === 'nip') return { truth: plain, write: ({ facts }) => writeNip(facts.nip ?? '', column.encoding ?? '') };
  if (typeOf(canonical) === 'kode') return writeCode(own, rows);
  return { truth: plain, write: (row) => spoil(writeText(own, row), salt, row) };
}

interface Own {
  readonly column: StructureColumn;
  readonly structure: Structure;
  readonly salt: string;
  readonly field: string;
  readonly plain: ColumnTruth;
}

/** A history has the NIP for its key, or the surrogate number of the person. */
const keyOf = (hint: string, { filling }: RowFacts): string =>
  /nip/i.test(hint) ? (filling.facts.nip ?? '') : String(5_000 + filling.number * 3);

type Categories = Readonly<Record<string, string>>;
const CATEGORY_CODES: Categories = { cpns: '1', pns: '2', pangkat: '5', kgb: '9', jabatan: '10' };
const CATEGORY_NAMES: Categories = { pangkat: 'SK Kenaikan Pangkat', kgb: 'SK Gaji Berkala', jabatan: 'SK Jabatan' };

function secretOf(name: string, salt: string, row: RowFacts): string {
  const digits = (size: number): string =>
    Array.from({ length: size }, (_, i) => below(`${seedOf(salt, row)}/${i}`, 10)).join('');
  if (/pin/i.test(name)) return digits(6);
  if (/imei/i.test(name)) return `35${digits(13)}`;
  return `$2y$10$${Array.from({ length: 53 }, (_, i) => 'abcdefghijkLMNOPQ0123456789'.charAt(below(`${seedOf(salt, row)}/${i}`, 27))).join('')}`;
}

function writeNip(nip: string, encoding: string): string {
  if (/precision/.test(encoding)) return `${nip.slice(0, 15)}000`;
  return /apostrophe/.test(encoding)
    ? `'${nip}`
    : /blanks/.test(encoding)
      ? nip.replace(/^(.{8})(.{6})(.)/, '$1 $2 $3 ')
      : nip;
}

function writeSex({ column, salt, plain, structure }: Own): WrittenColumn {
  const encoding = column.encoding ?? '';
  const isShort = /int|char\([12]\)/i.test(column.type ?? '');
  const forms: readonly (readonly [string, string])[] = /Laki – Laki/.test(encoding)
    ? [['Laki – Laki', 'Perempuan']]
    : /words/.test(encoding)
      ? [
          ['Laki-laki', 'Perempuan'],
          ['PRIA', 'WANITA'],
        ]
      : /L\/P/.test(encoding) || plain.name === 'L/P'
        ? [['L', 'P']]
        : /1\s*=\s*L/.test(encoding)
          ? [['1', '2']]
          : /code/.test(encoding) || (isShort && /id|kd|kode/i.test(column.name))
            ? [
                ['1', '2'],
                ['2', '1'],
                ['0', '1'],
              ]
            : structure.source.startsWith('sapk')
              ? [['M', 'F']]
              : [
                  ['L', 'P'],
                  ['Laki-laki', 'Perempuan'],
                  ['1', '2'],
                  ['2', '1'],
                ];
  const [man, woman] = pick(`${salt}/bentuk`, forms);
  const write = ({ facts }: RowFacts): string => (facts.jenis_kelamin === 'M' ? man : woman);
  return { truth: { ...plain, sexes: { [man]: 'M', [woman]: 'F' } }, write };
}

function writeDate({ column, structure, salt, field, plain }: Own): WrittenColumn {
  const none = /kendal|gedelumbung/.test(structure.source) ? '0000-00-00' : '';
  const { order, write } = dateWriter(column, structure, salt);
  return {
    truth: order === undefined ? plain : { ...plain, order },
    write: (row) => write(factOf(field, row.facts, seedOf(salt, row))) || none,
  };
}

/** Fields whose BKN code stands in the other half of a pair, or is the fact itself. */
export const codeOf = (field: string, facts: Facts, seed: string): string =>
  factOf(`${field}_id`, facts, seed) || factOf(field, facts, seed);

const STATUS: Readonly<Record<string, string>> = { C: 'CPNS', P: 'PNS' };
const GOLONGAN: Readonly<Record<string, string>> = Object.fromEntries(
  ['I', 'II', 'III', 'IV'].flatMap((roman, group) =>
    ['a', 'b', 'c', 'd', 'e'].map((room, step) => [`${group + 1}${step + 1}`, `${roman}/${room}`]),
  ),
);

function labelOf(field: string, row: RowFacts, seed: string): string {
  const fact = factOf(field, row.facts, seed);
  if (field === 'status_cpns_pns') return row.filling.person.jenisAsn === 'pppk' ? 'PPPK' : (STATUS[fact] ?? fact);
  if (field === 'golongan_kgb') return GOLONGAN[fact] ?? fact;
  return fact;
}

/** Local numberings that the public structures document. */
const DOCUMENTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'malinau/id_agama': { 1: '2', 2: '3', 5: '4', 4: '5', 6: '7', 3: '8' },
  'malinau/id_jab_jenis': { 1: '1', 2: '2', 4: '3' },
  'kendal/idstspeg': { C: '1', P: '2', '': '3' },
  'kendal/idjenjab': { 1: '40', 2: '2', 4: '3' },
};

/** Words that offices use for BKN's longer labels. */
const SHORTER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  jenis_jabatan: {
    'Jabatan Struktural': 'Struktural',
    'Jabatan Fungsional': 'Fungsional Tertentu',
    'Jabatan Pelaksana': 'Pelaksana',
  },
  pendidikan_tingkat: { 'S-1/Sarjana': 'S1', 'Diploma III/Sarjana Muda': 'D3', 'Diploma IV': 'D4' },
};

function writeCode(own: Own, rows: readonly RowFacts[]): WrittenColumn {
  const { column, structure, salt, field, plain } = own;
  const form = formOf(own);
  const seed = (row: RowFacts): string => seedOf(salt, row);
  const isFunctionalOnly = /2\b|functional|JFT/.test(column.encoding ?? '') && /when|code/.test(column.encoding ?? '');
  const isForRow = rowTest(column, isFunctionalOnly);
  if (form === 'label') {
    const short = throwOf(`${salt}/kata`) < 0.5 ? SHORTER[field] : undefined;
    return {
      truth: plain,
      write: (row) => {
        const label = isForRow(row) ? labelOf(field, row, seed(row)) : '';
        return spoil(short?.[label] ?? label, salt, row);
      },
    };
  }
  if (form === 'bkn') {
    const codes = new Map<string, { id: string; label: string }>();
    const write = (row: RowFacts): string => {
      const id = isForRow(row) ? codeOf(field, row.facts, seed(row)) : '';
      if (id !== '') codes.set(id, { id, label: labelOf(field, row, seed(row)) });
      return id;
    };
    return { truth: { ...plain, codes }, write };
  }
  const numbers = numberCodes(own, rows);
  const codes = new Map<string, { id: string; label: string }>();
  const write = (row: RowFacts): string => {
    const label = isForRow(row) ? labelOf(field, row, seed(row)) : '';
    const local = numbers.get(label) ?? '';
    if (local !== '') codes.set(local, { id: codeOf(field, row.facts, seed(row)), label });
    return local === '' && structure.source === 'kendal' ? pick(seed(row), ['', '0']) : local;
  };
  return { truth: { ...plain, codes }, write };
}

/** Codes and words of a table that the structure tells; a code that stands for several things is not asked for. */
function writeFromTable({ column, salt, field, plain }: Own, rows: readonly RowFacts[]): WrittenColumn {
  const codeFor = readTable(column.encoding ?? '');
  const idOf = (row: RowFacts): string => codeOf(field, row.facts, seedOf(salt, row));
  const write = (row: RowFacts): string => codeFor(idOf(row), row.facts);
  const byCode = Map.groupBy(
    rows.filter((row) => write(row) !== ''),
    write,
  );
  const codes = new Map<string, { id: string; label: string }>();
  for (const [code, people] of byCode) {
    const [most] = [...Map.groupBy(people, idOf).values()].toSorted((a, b) => b.length - a.length);
    const [first] = most ?? [];
    if (!most || !first || most.length < people.length * ONE_MEANING) continue;
    codes.set(code, { id: idOf(first), label: labelOf(field, first, seedOf(salt, first)) });
  }
  if (field !== 'jenis_kelamin') return { truth: { ...plain, codes }, write };
  const sexes = Object.fromEntries((['M', 'F'] as const).map((sex) => [codeFor(sex, {}), sex]));
  return { truth: { ...plain, sexes }, write };
}

const ONE_MEANING = 0.9;

/** Columns of posts that are filled for one kind of post only. */
function rowTest(column: StructureColumn, isFunctional: boolean): (row: RowFacts) => boolean {
  const hint = `${column.name} ${column.encoding ?? ''}`.toLowerCase();
  const canonical = column.canonical ?? '';
  if (!/(?:^|\.)jabatan$/.test(canonical)) return () => true;
  const kind = /nonjob/.test(hint)
    ? '9'
    : /fungsional_umum|jabfungum|_fu_|jfu/.test(hint)
      ? '4'
      : /fungsional|jabfung|_ft_|jft|fungsi/.test(hint) &&
          (isFunctional || !/when/.test(hint) || /jft|jabfung/.test(hint))
        ? '2'
        : /struktural|structural|jabjbt/.test(hint)
          ? '1'
          : '';
  return kind === '' ? () => true : ({ facts }) => facts.jenis_jabatan_id === kind;
}

function formOf({ column, structure, field, salt }: Own): 'label' | 'bkn' | 'local' {
  const hint = `${column.encoding ?? ''} ${column.name}`;
  const isId = /(?:^|[_ ])(?:id|kd|kode|fk)(?:$|[_ ])|^id[a-z]|^kd[a-z]|_id$|[a-z]Id$|ID$/i.test(column.name);
  if (/^(?:sapk|siasn)/.test(structure.source)) return isId && !/nama/i.test(column.name) ? 'bkn' : 'label';
  if (/2-digit/.test(hint) && field.startsWith('golongan')) return 'bkn';
  if (/BKN/.test(column.encoding ?? '') || field === 'pns_id_bkn' || field === 'pendidikan_nama_id') return 'bkn';
  if (/roman|words?\b|text/.test(column.encoding ?? '')) return 'label';
  if (/code|fk|local|=|dotted|pointer|\bid/.test(column.encoding ?? '')) return 'local';
  if (isId || /int/i.test(column.type ?? '')) return 'local';
  return throwOf(`${salt}/kode`) < 0.2 && /status|pangkat|jenis/.test(field) ? 'local' : 'label';
}

/** Labels numbered in an order of the office's own, or as the structure says. */
function numberCodes({ column, structure, salt, field }: Own, rows: readonly RowFacts[]): ReadonlyMap<string, string> {
  const meaning = new Map<string, string>();
  for (const row of rows) {
    const seed = seedOf(salt, row);
    const label = labelOf(field, row, seed);
    if (label !== '') meaning.set(label, codeOf(field, row.facts, seed));
  }
  const hint = column.encoding ?? '';
  const documented = DOCUMENTED[`${structure.source}/${column.name}`];
  if (documented) return new Map([...meaning].map(([label, id]) => [label, documented[id] ?? documented[''] ?? '9']));
  if (/unit/.test(field)) return dotted(rows, field, column);
  const isLadder = /1\s*=\s*I\/a/.test(hint);
  const sorted = [...meaning.keys()].toSorted((a, b) => ((meaning.get(a) ?? '') < (meaning.get(b) ?? '') ? -1 : 1));
  const ordered = isLadder || throwOf(`${salt}/urut`) < 0.3 ? sorted : shuffle(salt, sorted);
  const start = pick(`${salt}/mulai`, [1, 1, 2, 101]);
  const width = meaning.size < 90 && /char\(2\)/.test(column.type ?? '') ? pick(`${salt}/lebar`, [1, 2]) : 1;
  const ladder = Object.values(GOLONGAN).filter((label) => !/^I{1,3}\/e$/.test(label));
  return new Map(
    ordered.map((label, index) => {
      const step = isLadder ? ladder.indexOf(label) + 1 || 18 + index : start + index;
      return [label, String(step).padStart(width, '0')];
    }),
  );
}

/** A tree of units, two digits a level: the office, then the unit. */
function dotted(rows: readonly RowFacts[], field: string, column: StructureColumn): ReadonlyMap<string, string> {
  const offices = new Map<string, string>();
  const units = new Map<string, string>();
  const mark = /without dots|int|fixed/.test(`${column.encoding ?? ''} ${column.type ?? ''}`) ? '' : '.';
  for (const { facts } of rows) {
    const office = facts.unit_organisasi_induk ?? '';
    const unit = facts.unit_kerja ?? '';
    if (office === '' || unit === '') continue;
    const first = offices.get(office) ?? String(offices.size + 1).padStart(2, '0');
    offices.set(office, first);
    if (!units.has(unit))
      units.set(
        unit,
        `${first}${mark}${String((units.size % 90) + 1).padStart(2, '0')}${mark}${String(Math.floor(units.size / 90) + 1).padStart(2, '0')}`,
      );
  }
  return field.includes('induk') ? offices : units;
}

function writeText({ column, structure, field, salt }: Own, row: RowFacts): string {
  const value = factOf(field, row.facts, seedOf(salt, row));
  const cut = /cut at (\d+)/.exec(column.encoding ?? '')?.[1];
  if (cut !== undefined) return value.slice(0, Number(cut));
  if (field === 'nama' && !structure.columns.some(({ canonical }) => canonical === 'gelar_belakang')) {
    const { gelar_depan: front, gelar_belakang: back } = row.facts;
    return `${front === undefined ? '' : `${front} `}${value}${back === undefined ? '' : `, ${back}`}`;
  }
  if (field === 'npwp' && throwOf(`${structure.slug}/npwp`) < 0.5 && value.length === 15) {
    return value.replace(/^(\d\d)(\d{3})(\d{3})(\d)(\d{3})(\d{3})$/, '$1.$2.$3.$4-$5.$6');
  }
  return value;
}

/** Case and blanks as hands leave them. */
function spoil(value: string, salt: string, row: RowFacts): string {
  const luck = throwOf(`${seedOf(salt, row)}/tangan`);
  return luck < 0.01 ? value.toUpperCase() : luck < 0.015 ? ` ${value}` : luck < 0.02 && value === '' ? '-' : value;
}
