import type { PegawaiField } from '#canonical';
import type { Facts, Person } from '../person.ts';
import type { Quota } from './quota.ts';
import type { DefectId } from './rates.ts';

export type SideName = 'simpeg' | 'bkn';

/** A defect of BKN's data quality that the index counts: its indicator's code stands in place of a defect's. */
export type CauseId = DefectId | `${'COM' | 'TIM' | 'ACC' | 'CON'}_${number}`;

/** A value that a defect changed. */
export interface Touch {
  readonly cacat: CauseId;
  readonly sisi: SideName;
  readonly field: PegawaiField;
  /** The meaning was changed (content), or only the spelling (form). */
  readonly form: boolean;
  readonly benar: string | undefined;
}

/** What one side says of a person: its meaning, and its spelling where that differs. */
export interface SideFacts {
  readonly meaning: Facts;
  readonly written: Facts;
}

/** One person with the two records of him or her. */
export interface Case {
  readonly person: Person;
  readonly seed: number;
  readonly truth: Facts;
  simpeg: SideFacts | undefined;
  bkn: SideFacts | undefined;
  readonly touches: Touch[];
  /** Defects of content so far; at most three meet in one person. */
  defects: number;
  /** Why a side lacks the person, or why the row counts for nothing. */
  presence: CauseId | 'tertinggal' | undefined;
  /** Further rows of the same person in the Simpeg. */
  readonly copies: Facts[];
  /** A change that waits for its check. */
  proposal: Facts | undefined;
  /** D22: the history of ranks is out of order. */
  untidy: boolean;
  /** In a further delivery: the defects that the first one had and that are not mended; undefined for rows that are new. */
  readonly earlier: ReadonlySet<string> | undefined;
}

/** Whether the case gets a defect: it stays with its row, or a quota decides. */
export function falls({ earlier }: Case, id: CauseId, quota: Quota, eligible: boolean): boolean {
  return earlier === undefined ? quota.hit(eligible) : earlier.has(id);
}

/** The same for a single value. */
export function fallsOn({ earlier }: Case, id: CauseId, field: string, quota: Quota, chance: number): boolean {
  return earlier === undefined ? quota.wants(chance) : earlier.has(`${id} ${field}`);
}

export const MOST_DEFECTS = 3;

export type Changes = Partial<Record<PegawaiField, string | undefined>>;

export function sideOf(facts: Facts): SideFacts {
  return { meaning: facts, written: facts };
}

/** Changes what a side says; undefined takes the value away. False where the side or every changed field is missing or taken. */
export function changeContent(subject: Case, sisi: SideName, cacat: CauseId, changes: Changes): boolean {
  if (subject.defects >= MOST_DEFECTS || !loseContent(subject, sisi, cacat, changes)) return false;
  subject.defects++;
  return true;
}

/** As `changeContent`, but not counted among the defects that meet in a person: what is small, or BKN's own weakness. */
export function loseContent(subject: Case, sisi: SideName, cacat: CauseId, changes: Changes): boolean {
  const side = subject[sisi];
  if (!side) return false;
  const fields = (Object.keys(changes) as PegawaiField[]).filter((field) => side.meaning[field] !== changes[field]);
  if (fields.length === 0 || fields.some((field) => isTouched(subject, sisi, field, false))) return false;
  const meaning: Facts = { ...side.meaning };
  for (const field of fields) {
    subject.touches.push({ cacat, sisi, field, form: false, benar: side.meaning[field] });
    assign(meaning, field, changes[field]);
  }
  subject[sisi] = sideOf(meaning);
  return true;
}

/** Changes only how a value is spelled. To be called when all content is settled. */
export function changeForm(subject: Case, sisi: SideName, cacat: CauseId, changes: Changes): boolean {
  const side = subject[sisi];
  if (!side) return false;
  const fields = (Object.keys(changes) as PegawaiField[]).filter((field) => side.written[field] !== changes[field]);
  if (fields.length === 0 || fields.some((field) => isTouched(subject, sisi, field, true))) return false;
  const written: Facts = { ...side.written };
  for (const field of fields) {
    subject.touches.push({ cacat, sisi, field, form: true, benar: side.meaning[field] });
    assign(written, field, changes[field]);
  }
  subject[sisi] = { meaning: side.meaning, written };
  return true;
}

function assign(facts: Facts, field: PegawaiField, value: string | undefined): void {
  if (value === undefined) delete facts[field];
  else facts[field] = value;
}

export function isTouched(subject: Case, sisi: SideName, field: PegawaiField, form: boolean): boolean {
  return subject.touches.some((touch) => touch.sisi === sisi && touch.field === field && touch.form === form);
}
