import type { Field } from '#canonical';
import type { Candidate, ColumnName } from './candidates.ts';
import { isClosedField } from '../plan/understand.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { goTogether } from './determines.ts';

export interface AssignInput {
  readonly named: ColumnName;
  readonly column: ColumnEvidence;
  readonly candidates: readonly Candidate[];
  /** Nothing may be made of it: a secret, a pointer, a part of a composite. */
  readonly isClosed?: boolean;
}

export interface Assigned extends AssignInput {
  /** The field that the column feeds, or undefined: left unmapped. */
  readonly chosen: Candidate | undefined;
}

/** Below this a mapping is a guess and the column stays unmapped. */
const LOWEST = 0.5;
/** Two columns may feed one field when the name of each says that field this clearly. */
const SAYS_IT = 0.8;

/**
 * Gives every column of the table at most one field, best evidence first. A field takes several columns only where they are
 * forms of one thing: code and text, an override, alternatives by kind, first and latest contract.
 */
export function assignColumns(inputs: readonly AssignInput[]): readonly Assigned[] {
  const offers = inputs
    .flatMap((input, index) => input.candidates.map((candidate) => ({ index, input, candidate })))
    .toSorted(
      (a, b) => b.candidate.score - a.candidate.score || a.index - b.index || rank(a.candidate) - rank(b.candidate),
    );
  const chosen = new Map<number, Candidate | undefined>();
  const takers = new Map<string, AssignInput[]>();
  for (const { index, input, candidate } of offers) {
    if (chosen.has(index)) continue;
    if (!candidate.field || candidate.score < LOWEST) {
      chosen.set(index, undefined);
      continue;
    }
    const others = takers.get(candidate.field.nama) ?? [];
    if (!maySharing(candidate.field, input, candidate, others)) continue;
    chosen.set(index, candidate);
    takers.set(candidate.field.nama, [...others, input]);
  }
  return inputs.map((input, index) => ({ ...input, chosen: chosen.get(index) }));
}

/** Of two fields that a name fits alike the one that is compared is meant more often. */
const rank = ({ field }: Candidate): number => (field === undefined ? 0 : field.dibandingkan === true ? 1 : 2);

function maySharing(field: Field, input: AssignInput, candidate: Candidate, others: readonly AssignInput[]): boolean {
  if (others.length === 0) return true;
  // a login may repeat the number; it is not the number
  if (SINGLE.has(field.nama))
    return (
      !input.named.concepts.some((concept) => concept.startsWith('~')) &&
      others.every((other) => isSameData(other, input))
    );
  // a second state of the person is not the first one in another form
  if (isClosedField(field) && !others.some((other) => isAnotherForm(other, input))) return false;
  if (field.tipe === 'kode' || field.tipe === 'teks')
    return candidate.name >= SAYS_IT || others.some((other) => isSibling(other, input));
  return candidate.name >= SAYS_IT && others.every((other) => isSibling(other, input) || isComplement(other, input));
}

/** A person has one of each, and a second column of the kind is somebody else's or another thing. */
const SINGLE: ReadonlySet<string> = new Set([
  'nip',
  'nip_lama',
  'nik',
  'nama',
  'tanggal_lahir',
  'jenis_kelamin',
  'pns_id_bkn',
  'npwp',
]);

/** Words that tell forms of one thing apart, not things. */
const FORMS: ReadonlySet<string> = new Set([
  'id',
  'nama',
  'manual',
  'awal',
  'akhir',
  'jenis',
  'kerja',
  'lokasi',
  'alamat',
  'no',
  'pegawai',
  'baru',
]);

/** Told by the names, by the rows, or not to be told from few rows. */
const isAnotherForm = (a: AssignInput, b: AssignInput): boolean =>
  isSibling(a, b) ||
  isComplement(a, b) ||
  Math.min(a.column.facts.filled, b.column.facts.filled) < FEWEST_ROWS ||
  goTogether(a.column.facts, b.column.facts);
const FEWEST_ROWS = 20;

function isSibling(a: AssignInput, b: AssignInput): boolean {
  const nouns = (input: AssignInput): string =>
    input.named.concepts
      .filter((concept) => !FORMS.has(concept))
      .toSorted()
      .join(' ');
  return nouns(a) === nouns(b) && nouns(a) !== '';
}

/** Filled in other rows: alternatives by kind. */
function isComplement(a: AssignInput, b: AssignInput): boolean {
  let both = 0;
  let any = 0;
  a.column.facts.values.forEach((value, row) => {
    const other = b.column.facts.values[row] ?? '';
    if (value !== '' || other !== '') any++;
    if (value !== '' && other !== '') both++;
  });
  return any === 0 || both < any * 0.1;
}

/** Equal in nearly all rows: a copy. */
function isSameData(a: AssignInput, b: AssignInput): boolean {
  let both = 0;
  let equal = 0;
  a.column.facts.values.forEach((value, row) => {
    const other = b.column.facts.values[row] ?? '';
    if (value === '' || other === '') return;
    both++;
    if (value === other) equal++;
  });
  return both > 0 && equal > both * 0.95;
}
