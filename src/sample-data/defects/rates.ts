import type { OfficeProfile } from '../offices/profiles.ts';

export type DefectId =
  | 'D01'
  | 'D02'
  | 'D03'
  | 'D04'
  | 'D05'
  | 'D06'
  | 'D07'
  | 'D08'
  | 'D09'
  | 'D10'
  | 'D11'
  | 'D12'
  | 'D13'
  | 'D14'
  | 'D15'
  | 'D16'
  | 'D17'
  | 'D18'
  | 'D19'
  | 'D20'
  | 'D21'
  | 'D22'
  | 'D23'
  | 'D24'
  | 'D25'
  | 'D26'
  | 'D27'
  | 'D28';

/** Unit of a rate: a share of people, of cells of the fields concerned, of rows, of deliveries, or a mark of the office. */
export type RateUnit = 'orang' | 'sel' | 'baris' | 'kiriman' | 'tanda';

export interface Defect {
  readonly nama: string;
  readonly unit: RateUnit;
  /** On either side, three quarters of them in the Simpeg; or in the Simpeg only. */
  readonly both: boolean;
  readonly bersih: number;
  readonly biasa: number;
  readonly buruk: number;
}

type Row = readonly [nama: string, unit: RateUnit, both: 0 | 1, bersih: number, biasa: number, buruk: number];

const ROWS: Readonly<Record<DefectId, Row>> = {
  D01: ['blank at start, end or double inside', 'sel', 0, 0.002, 0.03, 0.08],
  D02: ['spelling of titles', 'orang', 1, 0.4, 0.6, 0.8],
  D03: ['titles inside the name', 'orang', 0, 0, 0.01, 0],
  D04: ['name spelled otherwise', 'orang', 1, 0.005, 0.015, 0.04],
  D05: ['birth date differs from the NIP', 'orang', 1, 0.0005, 0.004, 0.02],
  D06: ['whole date column with day and month swapped', 'tanda', 0, 0, 0, 0],
  D07: ['missing date', 'sel', 0, 0.01, 0.08, 0.3],
  D08: ['golongan one step behind', 'orang', 1, 0.007, 0.027, 0.08],
  D09: ['position out of date', 'orang', 1, 0.02, 0.06, 0.15],
  D10: ['position title in another form', 'orang', 0, 0.6, 0.67, 0.9],
  D11: ['unit text variant or old unit name', 'orang', 0, 0.01, 0.03, 0.12],
  D12: ['person twice', 'orang', 0, 0.0002, 0.002, 0.01],
  D13: ['retired, dead or moved, still active', 'orang', 1, 0.001, 0.008, 0.03],
  D14: ['on one side only', 'orang', 1, 0.001, 0.005, 0.02],
  D15: ['NIP rounded by a spreadsheet', 'tanda', 0, 0, 0, 0],
  D16: ['NIP that is not valid', 'orang', 0, 0, 0.0002, 0.002],
  D17: ['NIK empty, too short, too long or shared', 'orang', 1, 0.02, 0.1, 0.35],
  D18: ['form of telephone numbers', 'sel', 0, 0.05, 0.15, 0.3],
  D19: ['code without reference row; one meaning under two codes', 'sel', 0, 0.0005, 0.003, 0.02],
  D20: ['code and text disagree', 'sel', 1, 0, 0.0012, 0.01],
  D21: ['history row of nobody', 'baris', 0, 0.001, 0.01, 0.05],
  D22: ['history out of order', 'orang', 0, 0.005, 0.03, 0.12],
  D23: ['column that holds something else', 'tanda', 0, 0, 0, 0],
  D24: ['broken characters', 'sel', 0, 0.0005, 0.005, 0.02],
  D25: ['proposals beside facts', 'orang', 0, 0.005, 0.02, 0.05],
  D26: ['years of service wrong by 5, 6 or 11', 'orang', 0, 0.002, 0.01, 0.04],
  D27: ['test people', 'orang', 0, 0, 0.0001, 0.001],
  D28: ['headers change between deliveries', 'kiriman', 0, 0, 1 / 12, 1 / 4],
};

export const DEFECT_IDS = Object.keys(ROWS) as DefectId[];

export function defectOf(id: DefectId): Defect {
  const [nama, unit, both, bersih, biasa, buruk] = ROWS[id];
  return { nama, unit, both: both === 1, bersih, biasa, buruk };
}

/** Which defects a run makes: all, none, or the listed ones. */
export type DefectChoice = 'semua' | readonly DefectId[];

export function rateOf(id: DefectId, profile: OfficeProfile, choice: DefectChoice): number {
  const nipLost = profile.marks.includes('D15') && isChosen('D15', choice);
  if (!isChosen(id, choice) || (nipLost && NEEDS_NIP.has(id))) return 0;
  return defectOf(id)[profile.quality];
}

/** Where the whole column of the NIP is lost, these have no place. */
const NEEDS_NIP: ReadonlySet<DefectId> = new Set(['D12', 'D16']);

export function isChosen(id: DefectId, choice: DefectChoice): boolean {
  return choice === 'semua' || choice.includes(id);
}
