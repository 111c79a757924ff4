import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineBehind } from './changes.ts';
import { linesOf } from './people-index.ts';

it('goes on behind a row of the list, and behind one that is gone since then', () => {
  const rows = fc.uniqueArray(
    fc.tuple(fc.constantFrom('ADI', 'BUDI'), fc.integer({ min: 8, max: 12 }), fc.constantFrom('nama', 'nik')),
    {
      minLength: 1,
      selector: (row) => row.join(),
    },
  );
  fc.assert(
    fc.property(rows, fc.nat(), fc.boolean(), (given, at, isGone) => {
      const ordered = given.toSorted(
        ([a, n, f], [b, m, g]) => (a < b ? -1 : a > b ? 1 : n - m) || (f < g ? -1 : f > g ? 1 : 0),
      );
      const last = at % ordered.length;
      const [nama = '', orang = 0, bidang = ''] = ordered[last] ?? [];
      const kept = isGone ? ordered.toSpliced(last, 1) : ordered;
      const lines = linesOf(kept.map((row) => [...row, 3].join('\t')).join('\n'));
      expect(lineBehind(lines, { instansi: 6410, nama, orang: String(orang), bidang })).toBe(isGone ? last : last + 1);
    }),
  );
});
