import type { RecipeEdit, RecipeRules } from '#findings/contract';

/** What was decided about a recipe: single lines, and whole lists of rules where one was changed. */
export interface Decisions {
  readonly edits: readonly RecipeEdit[];
  readonly rules: Partial<RecipeRules>;
}

/** Decisions that were not saved yet, with every step before them and those that were taken back. */
export interface Draft extends Decisions {
  readonly past: readonly Decisions[];
  readonly future: readonly Decisions[];
}

export const EMPTY_DRAFT: Draft = { edits: [], rules: {}, past: [], future: [] };

function step({ edits, rules, past }: Draft, next: Partial<Decisions>): Draft {
  const before = { edits, rules };
  return { ...before, ...next, past: [...past, before], future: [] };
}

/** The draft with one more decision; a later one about the same line takes the place of the earlier. */
export function decide(draft: Draft, edit: RecipeEdit): Draft {
  const others = draft.edits.filter(({ letak }) => letak !== edit.letak);
  const sumber = edit.sumber ?? editOf(draft, edit.letak)?.sumber;
  return step(draft, { edits: [...others, sumber === undefined ? edit : { ...edit, sumber }] });
}

/** The draft with other lists of rules. */
export const rule = (draft: Draft, rules: Partial<RecipeRules>): Draft =>
  step(draft, { rules: { ...draft.rules, ...rules } });

/** The draft before its last step. */
export function undo(draft: Draft): Draft {
  const before = draft.past.at(-1);
  if (before === undefined) return draft;
  const { edits, rules, past, future } = draft;
  return { ...before, past: past.slice(0, -1), future: [{ edits, rules }, ...future] };
}

/** The draft with the step that was taken back last. */
export function redo(draft: Draft): Draft {
  const [next, ...future] = draft.future;
  if (next === undefined) return draft;
  const { edits, rules, past } = draft;
  return { ...next, past: [...past, { edits, rules }], future };
}

export const editOf = ({ edits }: Pick<Draft, 'edits'>, letak: number): RecipeEdit | undefined =>
  edits.find((edit) => edit.letak === letak);

/** Place of the next line that is added to a recipe of so many lines. */
export const nextLine = ({ edits }: Draft, lines: number): number =>
  Math.max(lines, ...edits.map(({ letak }) => letak + 1));

/** How many things were decided. */
export const countDecisions = ({ edits, rules }: Decisions): number => edits.length + Object.keys(rules).length;
