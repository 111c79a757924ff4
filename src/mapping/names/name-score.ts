import { type Entitas, FIELDS, type Field, type FieldName } from '#canonical';
import { foldIdentifier } from '#kernel/text.ts';
import { readConcepts, type RowsOf, rowsOf } from './concepts.ts';
import { PHRASES, UNMAPPED_PHRASES } from './phrases.ts';

/** What a column could be, judged by its name alone; `undefined` stands for "no field: leave unmapped". */
export interface NameMatch {
  readonly field: Field | undefined;
  /** 0 to 1. */
  readonly likeness: number;
}

/** Concepts that carry less meaning than a noun, and those that carry none. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['id', 0.15],
  ['nama', 0.4],
  ['no', 0.6],
  ['tgl', 0.7],
  ['tmt', 0.7],
  ['sk', 0.6],
  ['pegawai', 0.15],
  ['orang', 0.15],
  ['pribadi', 0.1],
  ['kepegawaian', 0.25],
  ['riwayat', 0],
  ['jenis', 0.5],
  ['status', 0.5],
  ['tahun', 0.7],
  ['bulan', 0.7],
  ['ruang', 0.1],
  ['baru', 0.3],
  ['seri', 0.1],
  ['manual', 0.1],
  ['flag', 0.4],
  ['akhir', 0.3],
  ['organisasi', 0.1],
  ['satuan', 0.2],
  ['kerja', 0.4],
  ['level', 0.4],
  ['alamat', 0.7],
  ['lokasi', 0.8],
  ['tingkat', 0.5],
  ['teknis', 0.1],
  ['pokok', 0.3],
  ['dinas', 0.5],
  ['kartu', 0.2],
  ['induk', 0.8],
  ['hukum', 0.6],
  ['virtual', 0.6],
  ['asn', 0.4],
  // somebody else's: never a detail
  ['istri', 2],
  ['ortu', 2],
  ['anak', 2],
  ['dan', 0],
  ['lengkap', 0.1],
  ['batas', 0.2],
  ['asal', 0.4],
  ['daerah', 0.1],
]);

const weightOf = (concept: string): number =>
  WEIGHTS.get(concept) ?? (concept.startsWith('?') ? 0.6 : concept.startsWith('~') ? 1.3 : 1);

/** A date of a thing may be called its TMT and the reverse, at a loss. */
const LOOSE: ReadonlyMap<string, string> = new Map([
  ['tgl', 'tmt'],
  ['tmt', 'tgl'],
]);
const LOOSE_WORTH = 0.55;

interface Phrase {
  readonly field: Field | undefined;
  readonly concepts: readonly string[];
  readonly weight: number;
}

interface Vocabulary {
  readonly phrases: readonly Phrase[];
  /** Places of phrases by each of their concepts, so that a name is compared only with those that share a word. */
  readonly byConcept: ReadonlyMap<string, readonly number[]>;
  readonly byIdentifier: ReadonlyMap<string, readonly Field[]>;
}

const sum = (concepts: readonly string[]): number => concepts.reduce((total, concept) => total + weightOf(concept), 0);

/** The catalogue's name of a field and the ways to say it in words. */
const plainNames = ({ nama }: Field): readonly string[] => [
  nama.replace(/^.*\./, '').replace('@', ''),
  ...(PHRASES[nama] ?? []),
];

function ownNames(field: Field): readonly string[] {
  const [bare = '', ...phrases] = plainNames(field);
  const api = (field.apiSiasn ?? []).map((name) => name.replace(/^.*\./, ''));
  return [bare, field.judulSiasn, ...api, ...(field.kolomPupns ?? []), ...(field.padanan ?? []), ...phrases].filter(
    (name) => name !== undefined,
  );
}

function buildVocabulary(fields: readonly Field[], rows: RowsOf): Vocabulary {
  const phrases: Phrase[] = [];
  const byIdentifier = new Map<string, Field[]>();
  const add = (field: Field | undefined, name: string): void => {
    // every column of the PUPNS extract begins so: it says nothing
    const concepts = readConcepts(name.replace(/^PNS_/, ''), rows);
    const weight = sum(concepts);
    if (weight > 0) phrases.push({ field, concepts, weight });
  };
  for (const field of fields) {
    for (const name of ownNames(field)) {
      add(field, name);
      const identifier = foldIdentifier(name);
      const known = byIdentifier.get(identifier) ?? [];
      if (!known.includes(field)) byIdentifier.set(identifier, [...known, field]);
    }
  }
  // what is no field of a person may well be one of an event: a remark, an allowance
  const inWords = (name: string): string => readConcepts(name, rows).toSorted().join(' ');
  const said = new Set(rows === 'riwayat' ? fields.flatMap(plainNames).map(inWords) : []);
  for (const phrase of UNMAPPED_PHRASES) if (!said.has(inWords(phrase))) add(undefined, phrase);
  const byConcept = new Map<string, number[]>();
  phrases.forEach(({ concepts }, place) => {
    for (const concept of concepts) {
      const known = byConcept.get(concept);
      if (known) known.push(place);
      else byConcept.set(concept, [place]);
    }
  });
  return { phrases, byConcept, byIdentifier };
}

const vocabularies = new Map<string, Vocabulary>();

/** Histories repeat the person's number, name and titles beside their own fields. */
const PERSON_IN_HISTORY: ReadonlySet<FieldName> = new Set([
  '@pegawai_key',
  'pns_id_bkn',
  'nip',
  'nip_lama',
  'nama',
  'gelar_depan',
  'gelar_belakang',
]);

function getVocabulary(entitas: Entitas): Vocabulary {
  const known = vocabularies.get(entitas);
  if (known) return known;
  const built = buildVocabulary(
    FIELDS.filter((field) => field.entitas === entitas || PERSON_IN_HISTORY.has(field.nama)),
    rowsOf(entitas),
  );
  vocabularies.set(entitas, built);
  return built;
}

/** A word that forbids every field: nobody maps a photo, a login or a pending change. */
const isForeign = (concept: string): boolean =>
  concept.startsWith('~') || concept.startsWith('!') || concept === 'usul';

/** A column name as it stands in its table. */
export interface NameInTable {
  readonly entitas: Entitas;
  /** Concepts of the name, without what all columns of the table share. */
  readonly concepts?: readonly string[];
  /** Concepts of the name of a joined table: "r_gol" makes "nosk" the decree of the golongan. */
  readonly context?: readonly string[];
}

const matchCache = new Map<string, readonly NameMatch[]>();
const MOST_CACHED = 20_000;
/** Fields beyond these are never the right one. */
const MOST_MATCHES = 8;

/** The fields that a name can mean, best first. Names repeat from file to file, so answers are kept. */
export function matchName(name: string, inTable: NameInTable): readonly NameMatch[] {
  const { entitas, concepts = readConcepts(name, rowsOf(entitas)), context = [] } = inTable;
  const key = [entitas, foldIdentifier(name), concepts.join(' '), context.join(' ')].join('|');
  const known = matchCache.get(key);
  if (known) return known;
  const matches = findMatches(name, getVocabulary(entitas), concepts, context);
  if (matchCache.size >= MOST_CACHED) matchCache.clear();
  matchCache.set(key, matches);
  return matches;
}

function findMatches(
  name: string,
  vocabulary: Vocabulary,
  concepts: readonly string[],
  context: readonly string[],
): readonly NameMatch[] {
  const best = new Map<Field | undefined, number>();
  const offer = (field: Field | undefined, value: number): void => {
    if (value > (best.get(field) ?? 0)) best.set(field, value);
  };
  // it counts the rows
  if (concepts.length === 1 && concepts[0] === 'no') offer(undefined, MOST_ALIKE);
  const isInContext = context.length > 0;
  offerPhrases(vocabulary, concepts, isInContext ? ALONE : 1, offer);
  if (isInContext) offerPhrases(vocabulary, [...new Set([...concepts, ...context])], 1, offer);
  const exact = isInContext ? [] : (vocabulary.byIdentifier.get(foldIdentifier(name)) ?? []);
  for (const field of exact) offer(field, exact.length === 1 ? 1 : 0.98);
  if (concepts.some(isForeign) && exact.length === 0) {
    for (const [field, value] of best) if (field) best.set(field, value * 0.4);
    offer(undefined, 0.8);
  }
  if (concepts.includes('lama') && exact.length === 0) {
    for (const [field, value] of best) if (field && !field.nama.endsWith('_lama')) best.set(field, value * PAST);
    offer(undefined, 0.8);
  }
  return [...best]
    .map(([field, value]): NameMatch => ({ field, likeness: value }))
    .toSorted((a, b) => b.likeness - a.likeness || compareText(a.field?.nama ?? '', b.field?.nama ?? ''))
    .slice(0, MOST_MATCHES);
}

/** What is left of a name that speaks of the state before this one. */
const PAST = 0.6;

const HALF_SAID = 0.8;

/** What a column of a joined table is worth without the meaning that its table adds. */
const ALONE = 0.93;
/** Only the exact name of a field is certain. */
const MOST_ALIKE = 0.97;

/** Offers every phrase that shares a concept with the name: twice the weight they share, over the weight of both. */
function offerPhrases(
  { phrases, byConcept }: Vocabulary,
  concepts: readonly string[],
  worth: number,
  offer: (field: Field | undefined, value: number) => void,
): void {
  const weight = sum(concepts);
  const said = new Set(concepts);
  const shared = new Float64Array(phrases.length);
  for (const concept of concepts) {
    const own = weightOf(concept);
    for (const place of byConcept.get(concept) ?? []) shared[place] = (shared[place] ?? 0) + own;
    const loose = LOOSE.get(concept);
    if (loose === undefined || concepts.includes(loose)) continue;
    for (const place of byConcept.get(loose) ?? []) {
      if (!phrases[place]?.concepts.includes(concept)) shared[place] = (shared[place] ?? 0) + own * LOOSE_WORTH;
    }
  }
  for (let place = 0; place < shared.length; place++) {
    const common = shared[place] ?? 0;
    const phrase = phrases[place];
    if (common === 0 || !phrase) continue;
    // a column without a field is another thing than the noun in it: only the whole phrase names it
    const isHalf = phrase.field === undefined && !phrase.concepts.every((concept) => said.has(concept));
    const alike = Math.min(MOST_ALIKE, (2 * common) / (weight + phrase.weight));
    offer(phrase.field, alike * worth * (isHalf ? HALF_SAID : 1));
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
