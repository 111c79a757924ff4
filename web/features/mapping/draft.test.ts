import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide, EMPTY_DRAFT, editOf, undo } from './draft.ts';

const edits = fc.array(
  fc.record({ letak: fc.nat(5), kanonik: fc.option(fc.constantFrom('nip', 'nama', 'tmt_cpns')) }),
  { maxLength: 12 },
);

it('undoes every decision one by one, back to nothing', () => {
  fc.assert(
    fc.property(edits, (list) => {
      const drafts = list.reduce((all, edit) => [...all, decide(all.at(-1) ?? EMPTY_DRAFT, edit)], [EMPTY_DRAFT]);
      let draft = drafts.at(-1) ?? EMPTY_DRAFT;
      for (const before of drafts.toReversed().slice(1)) {
        draft = undo(draft);
        if (JSON.stringify(draft.edits) !== JSON.stringify(before.edits)) return false;
      }
      return draft.edits.length === 0 && undo(draft) === draft;
    }),
  );
});

it('holds one decision a line: the last', () => {
  const draft = decide(decide(EMPTY_DRAFT, { letak: 2, kanonik: 'nip' }), { letak: 2, kanonik: null });
  expect(draft.edits).toEqual([{ letak: 2, kanonik: null }]);
  expect(editOf(draft, 1)).toBeUndefined();
});
