import type { Field } from '#canonical';
import { isGuessed } from '../names/concepts.ts';
import type { CodeRow, ColumnMapping } from '../recipe.ts';
import type { Assigned } from './assign.ts';
import type { Candidate } from './candidates.ts';
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
  codes: readonly CodeRow[] = [],
): ColumnMapping {
  const { named, chosen, candidates, column } = one;
  const field = chosen?.field;
  const kandidat = listAlternatives(chosen, candidates);
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

/** The chosen field first, then the next best; both halves of a pair are one field. */
function listAlternatives(chosen: Candidate | undefined, candidates: readonly Candidate[]): ColumnMapping['kandidat'] {
  const seen = new Set<string>();
  const offered = [...(chosen ? [chosen] : []), ...candidates.filter(({ score }) => score >= FAINT)];
  return offered
    .flatMap(({ field, score }) => {
      const half = field && textHalf(field);
      if (!field || half === undefined || seen.has(half)) return [];
      seen.add(half);
      return [{ kanonik: field.nama, keyakinan: round(score) }];
    })
    .slice(0, MOST_CANDIDATES);
}

const textHalf = ({ nama, pasangan }: Field): string =>
  nama.endsWith('_id') && pasangan !== undefined ? pasangan : nama;

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
 * Certain is what the values prove without a rival, or what the name says in full and nothing contests: no guess at a word, no second
 * field close behind, no other column that proves the same field better.
 */
function isCertain({ named, candidates, column }: Assigned, chosen: Candidate, field: Field, all: readonly Assigned[]) {
  const others = candidates.filter((other) => !other.field || textHalf(other.field) !== textHalf(field));
  const next = Math.max(0, ...others.map(({ score }) => score));
  if (chosen.isProved) {
    if (ALSO_HELD_BY_OTHERS.has(field.nama) && chosen.name < 0.6 && hasTwin(field, column, all)) return false;
    return chosen.name >= 0.6 || next < chosen.score - LEAD;
  }
  if (chosen.name < 0.96 || isGuessed(named.name) || UNCLEAR.has(field.nama)) return false;
  // "tmt_fungsional" may be the present post's or the first one's of its kind
  if (field.nama === 'tmt_jabatan' && named.concepts.includes('fungsional')) return false;
  // two columns of numbers or dates are not one fact in two forms
  if (field.tipe !== 'kode' && field.tipe !== 'teks' && hasTwin(field, column, all)) return false;
  return next < chosen.score - LEAD;
}

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
  'tempat_lahir_kabupaten',
]);
