import type { FamilyLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import { familyA } from './family-a.ts';
import { familyB } from './family-b.ts';
import { familyC } from './family-c.ts';
import { familyD } from './family-d.ts';
import { familyE } from './family-e.ts';
import { familyF } from './family-f.ts';
import { familyG } from './family-g.ts';
import { familyH } from './family-h.ts';
import { familyI } from './family-i.ts';
import type { Family } from './profiles.ts';

/** The nine families of structures. */
export const FAMILIES: Readonly<Record<Family, (cx: OfficeContext) => FamilyLayout>> = {
  A: familyA,
  B: familyB,
  C: familyC,
  D: familyD,
  E: familyE,
  F: familyF,
  G: familyG,
  H: familyH,
  I: familyI,
};
