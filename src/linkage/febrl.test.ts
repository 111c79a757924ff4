import { describe, expect, it } from 'vitest';
import { KNOWN_CASES } from './known-sets/cases.ts';
import { findKnownSets } from './known-sets/table.ts';

const folder = findKnownSets();

describe('public sets with known truth, thresholds fixed beforehand and no labels in training', () => {
  const gated = KNOWN_CASES.flatMap((known) =>
    known.f1AtLeast === undefined ? [] : [{ ...known, least: known.f1AtLeast }],
  );
  it.skipIf(!folder).each(gated)(
    '$name: F1 of at least $least (skipped where the sets are absent)',
    ({ run, least }) => {
      if (folder) expect(run(folder).f1).toBeGreaterThanOrEqual(least);
    },
  );
});
