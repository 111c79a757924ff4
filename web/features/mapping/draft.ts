import type { RecipeEdit } from '#findings/contract';

/** Decisions about lines of a recipe that were not saved yet, with every step before them. */
export interface Draft {
  readonly edits: readonly RecipeEdit[];
  readonly past: readonly (readonly RecipeEdit[])[];
}

export const EMPTY_DRAFT: Draft = { edits: [], past: [] };

/** The draft with one more decision; a later one about the same line takes the place of the earlier. */
export function decide({ edits, past }: Draft, edit: RecipeEdit): Draft {
  const others = edits.filter(({ letak }) => letak !== edit.letak);
  return { edits: [...others, edit], past: [...past, edits] };
}

/** The draft before its last decision. */
export function undo(draft: Draft): Draft {
  const edits = draft.past.at(-1);
  return edits === undefined ? draft : { edits, past: draft.past.slice(0, -1) };
}

export const editOf = ({ edits }: Draft, letak: number): RecipeEdit | undefined =>
  edits.find((edit) => edit.letak === letak);
