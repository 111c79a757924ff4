import { type Field, findField } from '#canonical';
import { findPieces } from '../made/potong.ts';
import { findTextAndDate } from '../made/teks-tanggal.ts';
import { matchName } from '../names/name-score.ts';
import type { ColumnMapping, Reader } from '../recipe.ts';
import { ColumnFacts } from '../sample/column-facts.ts';
import type { ColumnName } from './candidates.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { fitValues } from './value-score.ts';
import type { Yardstick } from './yardstick.ts';

/** What a column, or several columns together, hold for fields that no column has for itself. */
export interface Composite {
  /** Columns that are understood by it, so that nothing else is made of them. */
  readonly columns: readonly ColumnFacts[];
  readonly mappings: readonly ColumnMapping[];
}

/** A text and a date that stand together in one column, by what the text looks like. */
const PAIRS: readonly (readonly [teks: string, tanggal: string, isLike: (teks: ColumnFacts) => boolean])[] = [
  ['tempat_lahir', 'tanggal_lahir', isWords],
  ['golongan', 'tmt_golongan', isGolongan],
  ['golongan_cpns', 'tmt_cpns', isGolongan],
  ['jabatan', 'tmt_jabatan', isWords],
  ['no_sk_cpns', 'tgl_sk_cpns', isNumber],
  ['no_sk_pns', 'tgl_sk_pns', isNumber],
  ['no_sk_golongan', 'tgl_sk_golongan', isNumber],
  ['no_sk_jabatan', 'tgl_sk_jabatan', isNumber],
  ['no_sk_kgb', 'tgl_sk_kgb', isNumber],
];

function isGolongan(facts: ColumnFacts): boolean {
  return facts.share('romawi') > 0.6;
}
function isNumber(facts: ColumnFacts): boolean {
  return facts.share('nomorSk') > 0.6 && !isGolongan(facts);
}
function isWords(facts: ColumnFacts): boolean {
  return facts.share('huruf') > 0.7 && !isGolongan(facts);
}

/** Share of the cells of a column that must be of the composite form. */
const MOST = 0.7;
/** Likeness of a name from which a composite is believed that the NIP does not prove. */
const NAMED = 0.6;
const SURE = 0.8;

/** Finds what lies together in one column or apart in several. `named` goes with the columns of the sample. */
export function findComposites(
  columns: readonly ColumnFacts[],
  named: readonly ColumnName[],
  yardstick: Yardstick,
): readonly Composite[] {
  const inOne = columns.flatMap((facts, index) => {
    const name = named[index];
    if (!name || facts.filled < 3) return [];
    const neighbourhood = findNeighbourhood(facts, name);
    if (neighbourhood) return [neighbourhood];
    if (facts.share('bulat') > 0.5) return [];
    const dated = facts.share('berangka') < 0.5 ? undefined : findTextWithDate(facts, name, yardstick);
    const found = dated ?? findEducation(facts, name) ?? findPostWithUnit(facts, name);
    return found ? [found] : [];
  });
  return [...inOne, ...findApart(columns, named, yardstick), ...findSpread(columns)];
}

function findTextWithDate(facts: ColumnFacts, name: ColumnName, yardstick: Yardstick): Composite | undefined {
  if (facts.meanLength < 8 || facts.meanLength > 120) return undefined;
  const isBoth = (cell: string): boolean => {
    const found = findTextAndDate(cell);
    return found !== undefined && found.teks[0] < found.teks[1] && found.tanggal[0] < found.tanggal[1];
  };
  if (facts.shareOf(isBoth) < MOST) return undefined;
  const [teks, tanggal] = (['teks', 'tanggal'] as const).map((part) =>
    partOf(facts, (cell) => {
      const found = findTextAndDate(cell)?.[part];
      return found && cell.slice(...found);
    }),
  );
  if (!teks || !tanggal || teks.shareOf((word) => OF_DATE.test(word)) > 0.5) return undefined;
  const dates = new ColumnEvidence(tanggal, yardstick);
  const likeness = likenessOf(name);
  const offers = PAIRS.flatMap(([text, date, isLike]) => {
    const field = findField(date);
    if (!field || !isLike(teks)) return [];
    const { decisive, fit } = fitValues(field, dates);
    const alike = Math.max(likeness(text), likeness(date));
    const score = decisive ? Math.max(0.9, alike) : alike;
    return fit < 0.1 || score < NAMED ? [] : [{ text, date, score, decisive }];
  });
  const [best, next] = offers.toSorted((a, b) => b.score - a.score);
  if (!best) return undefined;
  const { order, isDecided, bukti } = dates.dates.order;
  const isSure = best.decisive || (best.score >= SURE && (next === undefined || best.score - next.score >= 0.1));
  const reader = (ambil: 'teks' | 'tanggal'): Reader => ({ jenis: 'teks_tanggal', ambil, urutan: order });
  return {
    columns: [facts],
    mappings: [
      describe(facts.name, best.text, reader('teks'), isSure, 'teks dan tanggal dalam satu kolom'),
      describe(facts.name, best.date, reader('tanggal'), isSure && isDecided, bukti),
    ],
  };
}

/** "Senin, 12 Maret 1980" and "1980-03-12T00:00:00.000Z" are a date and nothing else. */
const OF_DATE =
  /^(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)|T?\d{1,2}[:.]\d{2}.{0,12}|T?[\d:.]*(?:Z|[+-]\d{2}:?\d{2}))$/i;

const SEPARATORS = [' - ', ' / ', '/', ', ', ';', '|', ' ('];
const TELLING: ReadonlySet<string> = new Set(['pendidikan_tahun_lulus', 'pendidikan_tingkat']);
const EDUCATION: ReadonlySet<string> = new Set(['pendidikan', 'sekolah', 'ijazah', 'lulus', 'jurusan']);

/** "S1 - Teknik Informatika - UNDIP - 2004": level, programme, school and year, told by their looks and then by their order. */
function findEducation(facts: ColumnFacts, { name, concepts }: ColumnName): Composite | undefined {
  // The number of a diploma has a year in it too.
  if (concepts.includes('no') || !concepts.some((concept) => EDUCATION.has(concept))) return undefined;
  for (const pemisah of SEPARATORS) {
    const [first = ''] = facts.distinct.keys();
    const dari = findPieces(first, pemisah).length;
    if (dari < 2 || dari > 4 || facts.shareOf((cell) => findPieces(cell, pemisah).length === dari) < 0.9) continue;
    const kinds = nameParts(facts, concepts, pemisah, dari);
    // A piece that is nothing at all says that these are no pieces.
    if (kinds.includes(undefined) || !kinds.some((kind) => kind !== undefined && TELLING.has(kind))) continue;
    return {
      columns: [facts],
      mappings: kinds.flatMap((kanonik, index) => {
        const reader: Reader = { jenis: 'potong', pemisah, dari, ambil: index + 1, lalu: { jenis: 'langsung' } };
        const bukti = `bagian ${index + 1} dari ${dari}`;
        return kanonik === undefined ? [] : [describe(name, kanonik, reader, false, bukti)];
      }),
    };
  }
  return undefined;
}

function nameParts(
  facts: ColumnFacts,
  concepts: readonly string[],
  pemisah: string,
  dari: number,
): readonly (string | undefined)[] {
  const texts = concepts.includes('sekolah') ? ['pendidikan_lembaga'] : ['pendidikan_nama', 'pendidikan_lembaga'];
  return Array.from({ length: dari }, (_, index) => {
    const part = partOf(facts, (cell) => {
      const place = findPieces(cell, pemisah)[index];
      return place && cell.slice(...place);
    });
    if (part.share('tahun') > 0.8) return 'pendidikan_tahun_lulus';
    if (part.share('tingkat') > 0.8 && part.distinct.size <= 40 && part.meanLength < 14) return 'pendidikan_tingkat';
    return part.share('berhuruf') > 0.8 && part.meanLength > 3 ? texts.shift() : undefined;
  });
}

/** What stands between a post and its unit; signs only where the heading names both, for posts hold them too. */
const BETWEEN: readonly (readonly [pemisah: string, isPlain: boolean])[] = [
  [' pada ', true],
  [' - ', false],
  [' / ', false],
  ['/', false],
  [', ', false],
];
/** A head of an office may stand without a unit; where many do, the cells would only fill the quarantine. */
const NEARLY_ALL = 0.95;

function findPostWithUnit(facts: ColumnFacts, { name, concepts }: ColumnName): Composite | undefined {
  if (!concepts.includes('jab') || concepts.some((concept) => concept === 'sk' || concept === 'tmt')) return undefined;
  const namesBoth = concepts.some((concept) => concept === 'unit' || concept === 'skpd');
  const between = BETWEEN.find(
    ([pemisah, isPlain]) =>
      (isPlain || namesBoth) && facts.shareOf((cell) => findPieces(cell, pemisah).length === 2) >= NEARLY_ALL,
  );
  if (!between) return undefined;
  const [pemisah] = between;
  const mappings = ['jabatan', 'unit_kerja'].map((kanonik, index) => {
    const reader: Reader = { jenis: 'potong', pemisah, dari: 2, ambil: index + 1, lalu: { jenis: 'langsung' } };
    return describe(name, kanonik, reader, false, 'jabatan dan unit dalam satu kolom');
  });
  return { columns: [facts], mappings };
}

/** "003/001" or "3 / 1" under a heading that names RT and RW. */
function findNeighbourhood(facts: ColumnFacts, { name, concepts }: ColumnName): Composite | undefined {
  if (!concepts.includes('rt') || !concepts.includes('rw')) return undefined;
  const pemisah = [' / ', '/', ' - ', '-', '.'].find(
    (mark) =>
      facts.shareOf((cell) => isPairOfNumbers(findPieces(cell, mark).map((place) => cell.slice(...place)))) > MOST,
  );
  if (pemisah === undefined) return undefined;
  const mappings = ['alamat_rt', 'alamat_rw'].map((kanonik, index) => {
    const reader: Reader = { jenis: 'potong', pemisah, dari: 2, ambil: index + 1, lalu: { jenis: 'langsung' } };
    return describe(name, kanonik, reader, false, 'RT dan RW dalam satu kolom');
  });
  return { columns: [facts], mappings };
}

const isPairOfNumbers = (pieces: readonly string[]): boolean =>
  pieces.length === 2 && pieces.every((piece) => /^\s*\d{1,3}\s*$/.test(piece));

/** Words of a column that say which third of a date it holds. */
const THIRDS: ReadonlySet<string> = new Set(['tgl', 'hari', '?hari', 'bulan', 'tahun']);
const isDay = (cell: string): boolean => /^\d{1,2}$/.test(cell) && Number(cell) <= 31;
const isMonth = (cell: string): boolean => /^(?:0?[1-9]|1[0-2]|0|00|\p{L}{3,9})$/u.test(cell);
const isYear = (cell: string): boolean => /^(?:19|20)\d\d$/.test(cell);

/** Day, month and year of one date in columns of their own: "TGL_LAHIR", "BLN_LAHIR", "THN_LAHIR". */
function findApart(
  columns: readonly ColumnFacts[],
  named: readonly ColumnName[],
  yardstick: Yardstick,
): readonly Composite[] {
  const groups = Map.groupBy(columns.keys(), (index) => {
    const concepts = named[index]?.concepts ?? [];
    const rest = concepts.filter((concept) => !THIRDS.has(concept));
    return rest.length === concepts.length || rest.length === 0 ? '' : rest.toSorted().join(' ');
  });
  groups.delete('');
  return [...groups.values()].flatMap((places): readonly Composite[] => {
    const third = (word: readonly string[], isLike: (cell: string) => boolean): ColumnFacts | undefined =>
      places
        .filter((index) => named[index]?.concepts.some((concept) => word.includes(concept)))
        .map((index) => columns[index])
        .find((facts) => facts !== undefined && !facts.isEmpty && facts.shareOf(isLike) > 0.9);
    const [day, month, year] = [
      third(['tgl', 'hari', '?hari'], isDay),
      third(['bulan'], isMonth),
      third(['tahun'], isYear),
    ];
    const name = named.find((each) => each.name === day?.name);
    if (!day || !month || !year || !name) return [];
    const facts = new ColumnFacts(
      day.name,
      day.index,
      '',
      day.values.map((value, row) =>
        value === '' || !month.values[row] || !year.values[row]
          ? ''
          : `${value}-${month.values[row] ?? ''}-${year.values[row] ?? ''}`,
      ),
    );
    const dates = new ColumnEvidence(facts, yardstick);
    const offers = matchName(name.name, { entitas: 'pegawai', concepts: name.concepts, context: name.context })
      .flatMap(({ field, likeness }) => (field?.tipe === 'tanggal' ? [{ field, likeness }] : []))
      .map(({ field, likeness }) => ({ field, likeness, ...fitValues(field, dates) }))
      .filter(({ likeness, fit, decisive }) => fit >= 0.1 && (decisive || likeness >= NAMED));
    const [best] = offers.toSorted((a, b) => Number(b.decisive) - Number(a.decisive) || b.likeness - a.likeness);
    if (!best) return [];
    const reader: Reader = { jenis: 'tanggal_terpisah', hari: day.name, bulan: month.name, tahun: year.name };
    const bukti = 'hari, bulan, dan tahun di tiga kolom';
    return [
      {
        columns: [day, month, year],
        mappings: [day, month, year].map((part) =>
          describe(part.name, best.field.nama, reader, best.decisive || best.likeness >= SURE, bukti),
        ),
      },
    ];
  });
}

/** Levels of education that name groups of columns, with their rank. */
const LEVELS: readonly (readonly [name: RegExp, kelompok: string, urut: number])[] = [
  [/^(?:sd|mi)$/, 'SD', 5],
  [/^(?:smp|sltp|mts)$/, 'SMP', 10],
  [/^(?:sma|slta|smu|smk|ma)$/, 'SMA', 15],
  [/^d(?:1|i)$/, 'D1', 20],
  [/^d(?:2|ii)$/, 'D2', 25],
  [/^d(?:3|iii)$/, 'D3', 30],
  [/^d(?:4|iv)$/, 'D4', 35],
  [/^s1$/, 'S1', 40],
  [/^s2$/, 'S2', 45],
  [/^s3$/, 'S3', 50],
];
const YEAR_WORD = /^(?:tahun|thn|th|lulus)$/;
const PROGRAMME_WORD = /^(?:prodi|program|studi|jurusan|jur)$/;
const SCHOOL_WORD = /^(?:sekolah|nama|univ|universitas|pt|lembaga|institusi)$/;

/** Education in columns, a group a level: "SMA_TAHUN", "S1_PRODI", "S1_TAHUN". At least two levels, or it is no such table. */
function findSpread(columns: readonly ColumnFacts[]): readonly Composite[] {
  const found = columns.flatMap((facts) => {
    const words = facts.name
      .toLowerCase()
      .replace(/\b([sd])-(?=[1-4])/g, '$1')
      .split(/[^a-z\d]+/);
    const level = LEVELS.find(([form]) => words.some((word) => form.test(word)));
    const has = (form: RegExp): boolean => words.some((word) => form.test(word));
    const holdsYears = has(YEAR_WORD) && (facts.isEmpty || facts.share('tahun') > 0.8);
    const isText = facts.isEmpty || facts.share('berhuruf') > 0.8;
    const kanonik = holdsYears
      ? 'pendidikan_tahun_lulus'
      : isText && has(PROGRAMME_WORD)
        ? 'pendidikan_nama'
        : isText && has(SCHOOL_WORD)
          ? 'pendidikan_lembaga'
          : undefined;
    return level && kanonik ? [{ facts, kanonik, kelompok: level[1], urut: level[2] }] : [];
  });
  const groups = Map.groupBy(found, ({ kelompok }) => kelompok);
  if (groups.size < 2 || found.every(({ facts }) => facts.isEmpty)) return [];
  const reader = (kelompok: string, urut: number, ambil: 'isi' | 'kelompok'): Reader => ({
    jenis: 'bentang',
    kelompok,
    urut,
    ambil,
  });
  const levels = [...groups.values()].flatMap(([first]) =>
    first
      ? [
          describe(
            first.facts.name,
            'pendidikan_tingkat',
            reader(first.kelompok, first.urut, 'kelompok'),
            false,
            'tingkat menurut kelompok kolom yang terisi',
          ),
        ]
      : [],
  );
  const cells = found.map(({ facts, kanonik, kelompok, urut }) =>
    describe(facts.name, kanonik, reader(kelompok, urut, 'isi'), false, 'pendidikan tertinggi yang terisi'),
  );
  return [{ columns: found.map(({ facts }) => facts), mappings: [...cells, ...levels] }];
}

const likenessOf = ({ name, concepts, context }: ColumnName): ((nama: string) => number) => {
  const matches = new Map(
    matchName(name, { entitas: 'pegawai', concepts, context }).map(({ field, likeness }) => [field?.nama, likeness]),
  );
  return (nama) => matches.get(nama as Field['nama']) ?? 0;
};

const partOf = (facts: ColumnFacts, take: (cell: string) => string | undefined): ColumnFacts =>
  new ColumnFacts(
    facts.name,
    facts.index,
    '',
    facts.values.map((cell) => (cell === '' ? '' : (take(cell) ?? ''))),
  );

function describe(sumber: string, kanonik: string, pembaca: Reader, isSure: boolean, bukti: string): ColumnMapping {
  const keyakinan = isSure ? 0.95 : 0.8;
  return {
    sumber,
    kanonik,
    keyakinan,
    tingkat: isSure ? 'pasti' : 'kuat',
    kandidat: [{ kanonik, keyakinan }],
    pembaca,
    bukti,
  };
}
