import type { Entitas, Field } from '#canonical';
import { FIELDS, getField } from '#canonical';
import { readConcepts, type RowsOf } from '../names/concepts.ts';
import { matchName } from '../names/name-score.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { guessEvent } from './event-guesses.ts';
import type { PeopleAgreement, SharedPeople } from './evidence.ts';
import { isNumberOfPerson } from './person-number.ts';
import { BKN_ONLY } from './bkn-only.ts';
import { isPersonNumber } from './row-owner.ts';
import { guessByValues } from './value-guesses.ts';
import { fitValues } from './value-score.ts';

/** A field that a column may feed. Without a field: the column may be one that must stay unmapped. */
export interface Candidate {
  readonly field: Field | undefined;
  /** 0 to 1, of name, values and people in common together. */
  readonly score: number;
  readonly name: number;
  /** 0 to 1: how well the values fit by themselves; 0.5 says nothing. */
  readonly fit: number;
  /** The values carry the mapping by themselves: by the NIP, by a telling shape, or by BKN's people. */
  readonly isProved: boolean;
  readonly bukti: string;
}

/** How a column is named within its table. */
export interface ColumnName {
  readonly name: string;
  readonly concepts: readonly string[];
  /** Concepts of the joined table that the column comes from. */
  readonly context: readonly string[];
  /** What it is about stands in the heading beside it only. */
  readonly isInferred?: boolean;
}

const MOST_KNOWN_BY_VALUES = [
  'nip',
  'nip_lama',
  'nik',
  'tanggal_lahir',
  'tmt_cpns',
  'jenis_kelamin',
  'agama',
  'status_perkawinan',
  'email',
  'no_hp',
  'npwp',
  'golongan_darah',
  'pendidikan_tingkat',
  'gaji_pokok',
];

/** Fields that values alone can prove: offered for every column, whatever its name. */
const PROVABLE: readonly Field[] = FIELDS.filter((field) => MOST_KNOWN_BY_VALUES.includes(field.nama));

/** Share of columns that must carry a word before it is no part of their meaning. */
const COMMON = 0.6;

/** What is known of the columns before their names are read. */
interface NamesOfTable {
  readonly contextOf?: (name: string) => readonly string[];
  /** Tables that are laid beside the people. */
  readonly joined?: ReadonlySet<string>;
  readonly rowsOf: (name: string) => RowsOf;
}

/** The concepts of each column without what most columns of the table share ("pns_", "_pegawai"). */
export function nameColumns(
  names: readonly string[],
  { contextOf = () => [], joined = new Set(), rowsOf }: NamesOfTable,
): readonly ColumnName[] {
  const plain = withoutTypePrefixes(names.map((name) => name.slice(pathEnd(name, joined))));
  const all = names.map((name, index) => {
    const path = pathConcepts(name, joined);
    const concepts = [...new Set([...path, ...readConcepts(plain[index] ?? name, rowsOf(name))])];
    // what a history is about stands in its name alone
    return { name, concepts, context: contextOf(name), kept: rowsOf(name) === 'riwayat' ? path : [] };
  });
  const counts = new Map<string, number>();
  for (const { concepts } of all) for (const concept of concepts) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  const common = new Set(
    [...counts].filter(([, count]) => count > 6 && count >= names.length * COMMON).map(([concept]) => concept),
  );
  const named = all.map(({ name, concepts, context, kept }): ColumnName => {
    const own = concepts.filter((concept) => !common.has(concept) || kept.includes(concept));
    return { name, concepts: own.length > 0 ? own : concepts, context };
  });
  return names.every((name) => rowsOf(name) === 'riwayat') ? named : withNouns(named);
}

/** Where the last part of a nested name begins. The dots of "No. SK", "N.I.P" and "Masa Kerja Gol." shorten words, they part none. */
function pathEnd(name: string, joined: ReadonlySet<string> = new Set()): number {
  const dot = name.lastIndexOf('.');
  return joined.has(name.slice(0, Math.max(0, dot))) || /^(?:[^.]{2,}\.)+[^.\s][^.]+$/.test(name) ? dot + 1 : 0;
}

/** What a date or decree may be of; the first of these words in the heading to the left is meant. */
const EVENTS: ReadonlySet<string> = new Set(['gol', 'pangkat', 'jab', 'eselon', 'kgb', 'cpns', 'pns', 'pensiun']);
const BARE: ReadonlySet<string> = new Set(['tmt', 'tgl', 'no', 'sk', 'pejabat']);

/**
 * In a list that people read a bare "TMT" or "No. SK" is that of the column to its left: Gol., TMT, Jabatan, TMT. Only headings of the
 * people's own table, and those that speak of a decree or an effect at all: a bare number or date is anything.
 */
function withNouns(columns: readonly ColumnName[]): readonly ColumnName[] {
  let noun: string | undefined;
  return columns.map((column) => {
    const { concepts, context, name } = column;
    const isBare =
      concepts.every((concept) => BARE.has(concept)) && concepts.some((concept) => SAYS_EVENT.has(concept));
    if (!isBare) {
      noun = concepts.find((concept) => EVENTS.has(concept));
      return column;
    }
    return noun === undefined || context.length > 0 || pathEnd(name) > 0
      ? column
      : { ...column, concepts: [noun, ...concepts], isInferred: true };
  });
}
const SAYS_EVENT: ReadonlySet<string> = new Set(['tmt', 'sk']);

/** Short marks of types before a name: "strNip", "dtTglLahir", "intKdGol". */
const TYPE_PREFIX = /^(str|txt|chr|c|s|int|lng|num|n|i|dt|dtm|d|dbl|cur|dec|bln|bool|b|l)(?=[A-Z])/;

/** Names without the marks of types, where nearly all of a table begin with one of several. */
function withoutTypePrefixes(names: readonly string[]): readonly string[] {
  const marks = names.flatMap((name) => TYPE_PREFIX.exec(name)?.[1] ?? []);
  const isHabit = marks.length >= names.length * 0.8 && new Set(marks).size >= 3;
  return isHabit ? names.map((name) => name.replace(TYPE_PREFIX, '')) : names;
}

/**
 * What the path of a nested name adds to its last part: whose the fact is ("keluarga.pasangan.nama") and what it is about
 * ("karier.unit.nama"). Of a joined table only the first; what it is about stands in the context.
 */
function pathConcepts(name: string, joined: ReadonlySet<string>): readonly string[] {
  const end = pathEnd(name, joined);
  if (end === 0) return [];
  const path = name.slice(0, end - 1);
  const others = readConcepts(path).filter((concept) => OTHERS.has(concept) || concept.startsWith('~'));
  const about = joined.has(path) ? [] : readConcepts(path.slice(path.lastIndexOf('.') + 1));
  return [...others, ...about.filter((concept) => NOUNS.has(concept))];
}
const OTHERS: ReadonlySet<string> = new Set(['istri', 'anak', 'ortu', 'lama']);
const NOUNS: ReadonlySet<string> = new Set(
  'no tgl tmt lahir agama kawin kelamin darah kedudukan unit skpd jab eselon gol pangkat mk kgb gaji cpns pns pppk pensiun pendidikan diklat alamat sk'.split(
    ' ',
  ),
);

/** Of equals "no field" goes first, then the fields that are compared. */
const preference = ({ field }: Candidate): number => (field === undefined ? 0 : field.dibandingkan === true ? 1 : 2);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a column can be, best first: every field that its name suggests or its values prove, and "nothing". */
export function listCandidates(
  named: ColumnName,
  column: ColumnEvidence,
  entitas: Entitas,
  people: SharedPeople | undefined,
): readonly Candidate[] {
  const isHistory = entitas !== 'pegawai';
  if (isHistory && column.isKey) return [keyOfHistory(named)];
  if (isHistory && isRowNumber(named, column)) return [];
  if (isHistory && !column.hasKey && isPersonNumber(column.facts)) return [numberOfPerson()];
  const byName = matchName(named.name, { entitas, concepts: named.concepts, context: named.context });
  const likeness = new Map(byName.map((match) => [match.field, match.likeness]));
  for (const concepts of impliedConcepts(named, column)) {
    for (const { field, likeness: like } of matchName('', { entitas, concepts, context: named.context }))
      if (like * IMPLIED > (likeness.get(field) ?? 0)) likeness.set(field, like * IMPLIED);
  }

  // beside the number that tells whose row it is a bare "id" numbers something else
  if (isHistory && column.hasKey && !isNumberOfPerson(named.concepts)) likeness.delete(getField('@pegawai_key'));
  const provable = entitas === 'pegawai' && !column.facts.isEmpty ? PROVABLE : [];
  const offered = new Set<Field | undefined>([...likeness.keys(), ...provable]);
  if (entitas === 'pegawai' && people && !isSettled(likeness, column, people))
    for (const field of people.likelyFields(column)) offered.add(field);
  const unmapped = likeness.get(undefined) ?? 0;
  const candidates = [...offered].map((field): Candidate => {
    const name = likeness.get(field) ?? 0;
    if (!field)
      return { field, score: name, name, fit: 0.5, isProved: false, bukti: 'nama kolom seperti kolom tanpa padanan' };
    return weigh(field, name, unmapped, column, isHistory ? undefined : people);
  });
  yieldToNip(candidates, column);
  const isSilent = byName.every(({ likeness: like }) => like < SPEAKS);
  const isLost = candidates.every(({ field, score }) => field === undefined || score < SPEAKS);
  const guesses = isHistory ? guessEvent(column, entitas) : guessByValues(column);
  for (const [nama, guess] of isSilent || isLost ? guesses : []) {
    const field = getField(nama);
    const agreement = isHistory ? undefined : people?.agreement(field, column);
    // where the name says something else the values are shown, not followed
    const own = isSilent ? guess : Math.min(guess, SHOWN);
    const score = agreement ? withAgreement(own, field, agreement) : own;
    const place = candidates.findIndex((candidate) => candidate.field === field);
    const known = candidates[place];
    if (known && (known.isProved || known.score >= score)) continue;
    const bukti = 'nama kolom tidak memberi petunjuk; menurut isinya';
    candidates.splice(place < 0 ? candidates.length : place, 1, {
      field,
      score,
      name: 0,
      fit: 0.5,
      isProved: false,
      bukti,
    });
  }
  return candidates
    .filter(({ score }) => score > 0.05)
    .toSorted(
      (a, b) =>
        b.score - a.score || preference(a) - preference(b) || compareText(a.field?.nama ?? '~', b.field?.nama ?? '~'),
    );
}

/** Whether the name names a field and BKN's values of that field are spelt as the column's: then no other field is looked for. */
function isSettled(
  likeness: ReadonlyMap<Field | undefined, number>,
  column: ColumnEvidence,
  people: SharedPeople,
): boolean {
  for (const [field, like] of likeness) {
    if (!field || like < NAMED) continue;
    const agreement = people.agreement(field, column);
    if (agreement && !agreement.isByCode && agreement.lift >= SPELT_ALIKE) return true;
  }
  return false;
}
const NAMED = 0.97;
const SPELT_ALIKE = 0.9;

/** What the NIP proves outweighs a name of no field: the key is the NIP however it is called, "id" or "tgl_masuk". */
function yieldToNip(candidates: Candidate[], column: ColumnEvidence): void {
  const proved = candidates.find(({ field, isProved }) => isProved && field && BY_NIP.has(field.nama));
  if (!proved) return;
  candidates.forEach((candidate, place) => {
    const isRival = !candidate.field || (column.isKey && candidate.field.nama !== 'nip');
    if (isRival) candidates[place] = { ...candidate, score: Math.min(candidate.score, proved.score - 0.1) };
  });
}
const BY_NIP: ReadonlySet<string> = new Set(['nip', 'tanggal_lahir', 'tmt_cpns', 'jenis_kelamin']);

/** Likeness from which a name says anything at all; below it values are asked what the column may be. */
const SPEAKS = 0.5;

const SHOWN = 0.45;

/** What a word that only the values explain is worth beside one that is read. */
const IMPLIED = 0.92;

/**
 * The name with what its values say of themselves: dates under "mulai" in a foreign word are still the dates of the noun beside it,
 * texts like "821.2/17/2019" the number of its decree.
 */
function impliedConcepts({ concepts }: ColumnName, column: ColumnEvidence): readonly (readonly string[])[] {
  const { facts } = column;
  const known = concepts.filter((concept) => !concept.startsWith('?'));
  if (facts.isEmpty || known.length === 0 || known.some((concept) => SAYS_FORM.has(concept) || /^[~!]/.test(concept)))
    return [];
  if (facts.share('tanggal') > 0.8)
    return column.dates.shape.firstOfMonth > 0.6
      ? [[...known, 'tmt']]
      : [
          [...known, 'tgl', 'sk'],
          [...known, 'tgl'],
          [...known, 'tmt'],
        ];
  if (facts.share('nomorSk') > 0.8 && facts.share('nomorBergaris') > 0.6) return [[...known, 'no', 'sk']];
  return facts.share('tahun') > 0.9 ? [[...known, 'tahun']] : [];
}

const SAYS_FORM: ReadonlySet<string> = new Set(['tgl', 'tmt', 'no', 'tahun', 'bulan', 'id', 'selesai', 'usia']);

/** In a history the NIP points to the person; only a heading that says "NIP baru" names it as a fact. */
function keyOfHistory({ concepts }: ColumnName): Candidate {
  const field = getField(concepts.includes('nip') && concepts.includes('baru') ? 'nip' : '@pegawai_key');
  return { field, score: 1, name: 1, fit: 1, isProved: true, bukti: 'NIP 18 digit: menunjuk ke orangnya' };
}

/** The number of the history's own rows: an id that no two rows share. */
const isRowNumber = ({ concepts }: ColumnName, { facts }: ColumnEvidence): boolean =>
  concepts.includes('id') && facts.share('bulat') > 0.9 && facts.variety > 0.99 && facts.filledShare > 0.95;

const numberOfPerson = (): Candidate => ({
  field: getField('@pegawai_key'),
  score: 0.85,
  name: 0.85,
  fit: 0.5,
  isProved: false,
  bukti: 'nomor pegawai yang berulang: menunjuk ke orangnya',
});

function weigh(
  field: Field,
  name: number,
  unmapped: number,
  column: ColumnEvidence,
  people: SharedPeople | undefined,
): Candidate {
  const { fit, decisive, bukti } = fitValues(field, column);
  const agreement = people?.agreement(field, column);
  const isBorneOut = agreement !== undefined && agreement.lift >= BORNE_OUT;
  const words: string[] = [];
  if (name >= 0.6) words.push(name >= 0.97 ? 'nama kolom dikenal' : 'nama kolom mirip');
  if (bukti !== '') words.push(bukti);
  let score = name;
  if (fit >= 0.5) score += (1 - name) * (fit - 0.5) * (decisive ? 1.8 : 0.25);
  else score *= fit * 2;
  if (agreement) {
    score = withAgreement(score, field, agreement);
    if (agreement.lift >= 0.3) words.push(agreement.bukti);
  }
  // a name that promises "no field" outweighs a field that is only alike, unless the values prove it
  if (!decisive && !isBorneOut && unmapped > name && unmapped > 0.75) score *= 0.7;
  if (BKN_ONLY.has(field.nama)) score *= SELDOM;
  return { field, score: Math.min(1, score), name, fit, isProved: decisive || isBorneOut, bukti: words.join('; ') };
}

/** What a field is worth that no office has been seen to keep. */
const SELDOM = 0.6;

/** Agreement beyond chance that carries a mapping by itself, and below which BKN's values speak against it. */
const BORNE_OUT = 0.75;
const CONTRADICTED = 0.3;
const ENOUGH_TO_CONTRADICT = 30;
/** Share of people from which codes are the field's own list. */
const SAME_LIST = 0.8;

/**
 * Name and values each leave a doubt, and agreement with BKN leaves one of its own: the doubts multiply. A field that BKN has and
 * whose values are others is hardly meant; texts that every office words in its own way less surely so.
 */
function withAgreement(score: number, field: Field, { lift, share, people, isByCode }: PeopleAgreement): number {
  // nearly everybody has one value on both sides: neither proof nor contradiction
  if (share >= 0.85 && lift < CONTRADICTED) return score;
  // codes of a list stand beside their own value; those of something akin (a grade beside its posts) only often
  if (isByCode && share < SAME_LIST) return score * 0.9;
  if (lift >= CONTRADICTED) return Math.max(score, 1 - (1 - score * 0.9) * (1 - lift * 0.95));
  if (people < ENOUGH_TO_CONTRADICT || isByCode) return score * 0.9;
  return score * ((OWN_WORDS.has(field.nama) ? 0.75 : 0.4) + lift);
}

/** Fields that an office words in its own way. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'alamat',
  'jabatan',
  'lokasi_kerja',
  'pendidikan_lembaga',
  'pendidikan_nama',
  'unit_kerja',
  'unit_organisasi_induk',
  'instansi',
  'instansi_kerja',
  'kpkn',
]);
