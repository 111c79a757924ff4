import type { Entitas, Field } from '#canonical';
import { isGuessed } from '../names/concepts.ts';
import type { CodeRow, ColumnMapping } from '../recipe.ts';
import type { Assigned } from './assign.ts';
import type { Candidate } from './candidates.ts';
import { isKnownByWords } from './value-score.ts';
import { asOffers, listLookAlikes, rankOffers, textHalf } from './look-alikes.ts';
import type { ReaderFinding } from './reader-finding.ts';

const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

const CERTAIN = 0.9;
const STRONG = 0.75;
/** What an uncertain mapping may reach at most. */
const UNCERTAIN = 0.89;
/** Candidates below this are not worth a look. */
const FAINT = 0.2;
const MOST_CANDIDATES = 3;

/** The decision on one column as the recipe says it: field, certainty, alternatives, reader, evidence in words. */
export function describeColumn(
  one: Assigned,
  reader: ReaderFinding | undefined,
  all: readonly Assigned[],
  entitas: Entitas,
  codes: readonly CodeRow[] = [],
): ColumnMapping {
  const { named, chosen, column } = one;
  const field = chosen?.field;
  const kandidat = listAlternatives(one, chosen, entitas, takenBeside(one, all));
  if (!chosen || !field) {
    const pembaca = { jenis: 'langsung' } as const;
    return { sumber: named.name, kanonik: null, keyakinan: 0, tingkat: 'tidak', kandidat, pembaca, bukti: '' };
  }
  const isSure =
    !column.facts.isEmpty &&
    reader?.isGuess !== true &&
    isSeenEnough(one, chosen) &&
    isCertain(one, chosen, field, all);
  const weighed = column.facts.isEmpty ? chosen.score * 0.85 : chosen.score * (reader?.isGuess ? 0.9 : 1);
  const keyakinan = round(isSure ? weighed : Math.min(weighed, UNCERTAIN));
  const bukti = [chosen.bukti, reader?.bukti ?? '', column.facts.isEmpty ? 'kolom kosong' : ''].filter(
    (part) => part !== '',
  );
  return {
    sumber: named.name,
    kanonik: field.nama,
    keyakinan,
    tingkat: keyakinan >= CERTAIN ? 'pasti' : keyakinan >= STRONG ? 'kuat' : 'lemah',
    kandidat,
    pembaca: reader?.reader ?? { jenis: 'langsung' },
    bukti: [...new Set(bukti.flatMap((part) => part.split('; ')))].join('; '),
    ...(codes.length === 0 ? {} : { silang: [...codes] }),
  };
}

/**
 * The chosen field first, then what name and values suggest; both halves of a pair are one field. Where a column is left to a person the
 * list is as long as it may be: a column of any plausible kind has three.
 */
function listAlternatives(
  { candidates, column, isClosed }: Assigned,
  chosen: Candidate | undefined,
  entitas: Entitas,
  isTaken: (field: Field) => boolean,
): ColumnMapping['kandidat'] {
  const first = chosen?.field ? [{ field: chosen.field, score: chosen.score }] : [];
  const named = candidates.flatMap(({ field, score }) => (field && score >= FAINT ? [{ field, score }] : []));
  const isSettled = isClosed === true || (chosen !== undefined && chosen.score >= CERTAIN);
  const alike = isSettled
    ? []
    : asOffers(
        listLookAlikes(
          column,
          entitas,
          named.map(({ field }) => field),
        ),
      );
  const taken = new Set(first.map(({ field }) => textHalf(field)));
  const others = rankOffers([...named, ...alike], isTaken).filter(({ field }) => !taken.has(textHalf(field)));
  return [...first, ...others]
    .slice(0, MOST_CANDIDATES)
    .map(({ field, score }) => ({ kanonik: field.nama, keyakinan: round(score) }));
}

/** Whether a column other than this one feeds the field, as good as certainly. */
const takenBeside =
  (one: Assigned, all: readonly Assigned[]) =>
  (field: Field): boolean =>
    all.some(
      ({ column, chosen }) =>
        column !== one.column &&
        chosen?.field !== undefined &&
        chosen.score >= STRONG &&
        textHalf(chosen.field) === textHalf(field),
    );

/** Rows from which values and names together are certain of anything but the NIP and the headings of BKN's own files. */
const ENOUGH_ROWS = 20;
/** Filled cells without which a column that its name does not explain may be a part of the field's people only. */
const FILLED = 0.3;

function isSeenEnough({ column }: Assigned, { field, name, isProved }: Candidate): boolean {
  if (isProved && name >= 1 && !column.isKey && field?.judulSiasn !== undefined) return true;
  if (column.facts.values.length < ENOUGH_ROWS) return column.isKey && name >= 0.6;
  return name >= 0.6 || column.facts.filledShare >= FILLED;
}

/** Lead over the next field without which a name alone is not certain. */
const LEAD = 0.08;

/**
 * Certain is what the values prove without a rival, or what the name says in full, the values bear out and nothing contests: no guess
 * at a word, no second field close behind, no other column that proves the same field better.
 */
function isCertain({ named, candidates, column }: Assigned, chosen: Candidate, field: Field, all: readonly Assigned[]) {
  const others = candidates.filter((other) => !other.field || textHalf(other.field) !== textHalf(field));
  const next = Math.max(0, ...others.map(({ score }) => score));
  if (chosen.isProved) {
    if (!column.isKey && !ONLY_ITS_OWN.has(field.nama) && isNamedOtherwise(chosen, others)) return false;
    if (ALSO_HELD_BY_OTHERS.has(field.nama) && chosen.name < SAYS_IT && hasTwin(field, column, all)) return false;
    if (field.nama === 'tmt_cpns' && chosen.name < SAYS_IT) return false;
    return chosen.name >= SAYS_IT || next < chosen.score - LEAD;
  }
  if (chosen.name < 0.96 || isGuessed(named.name) || named.isInferred === true || UNCLEAR.has(field.nama)) return false;
  if (chosen.name < 1 && isOneOfSeveral(named.name)) return false;
  if (isKnownByWords(field) && chosen.fit <= 0.5) return false;
  // "tmt_fungsional" may be the present post's or the first one's of its kind
  if (field.nama === 'tmt_jabatan' && named.concepts.includes('fungsional')) return false;
  // two columns of numbers or dates are not one fact in two forms
  if (field.tipe !== 'kode' && field.tipe !== 'teks' && hasTwin(field, column, all)) return false;
  return next < chosen.score - LEAD;
}

/** Likeness from which a name says a field. */
const SAYS_IT = 0.6;
/** By how much a name must say another field better, and what values that do not refute it leave of its score. */
const BETTER = 0.1;
const NOT_REFUTED = 0.6;

/**
 * The name says another field, or a column without one, and the values allow it: dates and names coincide by law and by habit (the day
 * on which duty began with the TMT CPNS, the holder of an account with its owner), and the column that is meant may be missing.
 */
const isNamedOtherwise = (chosen: Candidate, others: readonly Candidate[]): boolean =>
  others.some(({ name, score }) => name >= SAYS_IT && name > chosen.name + BETTER && score >= name * NOT_REFUTED);

/** What digits of the NIP say of nobody but its owner. */
const ONLY_ITS_OWN: ReadonlySet<string> = new Set(['nip', 'tanggal_lahir', 'jenis_kelamin']);

/** "ADDRESS2", "tmt1": one of several, and which of them the number alone does not tell. */
const isOneOfSeveral = (name: string): boolean => /[a-z][_ ]?\d$/i.test(name);

/** Fields whose values a login, a copy or a neighbouring date repeats. */
const ALSO_HELD_BY_OTHERS: ReadonlySet<string> = new Set(['nip', 'tmt_cpns', 'tanggal_lahir', 'nik', 'email']);

const hasTwin = (field: Field, column: Assigned['column'], all: readonly Assigned[]): boolean =>
  all.some((other) => other.column !== column && other.chosen?.field?.nama === field.nama);

/** Fields that names of columns confuse: only values or people in common make them certain. */
const UNCLEAR: ReadonlySet<string> = new Set([
  '@pegawai_key',
  'unit_kerja',
  'unit_organisasi_induk',
  'jenis_pegawai',
  'status_cpns_pns',
  'kedudukan_hukum',
  'no_bpjs',
  'no_askes_bpjs',
  'pangkat_nama',
  'jenjang_jabatan',
  'lokasi_kerja',
  'tempat_lahir_kabupaten',
]);
