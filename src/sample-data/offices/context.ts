import type { Lot } from '../dice.ts';
import type { CodeTable, CodeTableOptions } from './codes.ts';
import type { OfficeProfile } from './profiles.ts';
import type { UnitCodes } from './unit-codes.ts';

/** What a family needs to know of the office whose structure it lays out. */
export interface OfficeContext {
  readonly office: OfficeProfile;
  /** Throws of the layout. */
  readonly lot: Lot;
  readonly units: UnitCodes;
  /** Opens a code table and enters it in the truth ledger. */
  table(options: CodeTableOptions): CodeTable;
}
