import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide, type Draft, EMPTY_DRAFT, editOf, nextLine, redo, rule, undo } from './draft.ts';

const filter = { sumber: 'STATUS', nilai: ['9'], selain: false, alasan: 'tidak_aktif' } as const;
const steps = fc.array(
  fc.oneof(
    fc
      .record({ letak: fc.nat(5), kanonik: fc.option(fc.constantFrom('nip', 'nama', 'tmt_cpns')) })
      .map((edit) => (draft: Draft) => decide(draft, edit)),
    fc.boolean().map((isOn) => (draft: Draft) => rule(draft, { saring: isOn ? [{ ...filter, nilai: ['9'] }] : [] })),
  ),
  { maxLength: 12 },
);
const decided = ({ edits, rules }: Draft): string => JSON.stringify({ edits, rules });

it('undoes every decision one by one, back to nothing, and does them again to where it was', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const drafts = list.reduce((all, take) => [...all, take(all.at(-1) ?? EMPTY_DRAFT)], [EMPTY_DRAFT]);
      let draft = drafts.at(-1) ?? EMPTY_DRAFT;
      for (const before of drafts.toReversed().slice(1)) {
        draft = undo(draft);
        if (decided(draft) !== decided(before)) return false;
      }
      if (decided(draft) !== decided(EMPTY_DRAFT) || undo(draft) !== draft) return false;
      for (let i = 0; i < list.length; i++) draft = redo(draft);
      return decided(draft) === decided(drafts.at(-1) ?? EMPTY_DRAFT) && redo(draft) === draft;
    }),
  );
});

it('holds one decision a line: the last, and of an added line still its column', () => {
  const draft = decide(decide(EMPTY_DRAFT, { letak: 2, kanonik: 'nip', sumber: 'NAMA' }), { letak: 2, kanonik: null });
  expect(draft.edits).toEqual([{ letak: 2, kanonik: null, sumber: 'NAMA' }]);
  expect(editOf(draft, 1)).toBeUndefined();
});

it('does nothing again after another decision', () => {
  const draft = decide(undo(decide(EMPTY_DRAFT, { letak: 1, kanonik: 'nip' })), { letak: 2, kanonik: 'nama' });
  expect(redo(draft)).toBe(draft);
});

it('adds lines behind the last one', () => {
  expect(nextLine(EMPTY_DRAFT, 8)).toBe(8);
  expect(nextLine(decide(EMPTY_DRAFT, { letak: 8, kanonik: 'nip', sumber: 'A' }), 8)).toBe(9);
});
