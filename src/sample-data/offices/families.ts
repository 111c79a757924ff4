import type { FamilyLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import { familyA } from './family-a.ts';
import { familyC } from './family-c.ts';
import { familyD } from './family-d.ts';
import { familyF } from './family-f.ts';
import type { Family } from './profiles.ts';

export const FAMILIES: Readonly<Record<Family, (cx: OfficeContext) => FamilyLayout>> = {
  A: familyA,
  B: familyA,
  C: familyC,
  D: familyD,
  E: familyD,
  F: familyF,
  G: familyD,
  H: familyC,
  I: familyA,
};
