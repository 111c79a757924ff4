import type { Unit } from '../units.ts';

/** The office's own tree of units, by BKN's id. */
export interface UnitCodes {
  /** Numbers from the root down: ["01", "02", "03"]; an unknown unit has none. */
  pathOf(id: string | undefined): readonly string[];
  find(id: string | undefined): Unit | undefined;
  /** The unit that stands beside it in the list. */
  nextTo(id: string): Unit | undefined;
  readonly all: readonly Unit[];
}

export function createUnitCodes(units: readonly Unit[]): UnitCodes {
  const byId = new Map(units.map((unit, at) => [unit.id, { unit, at, path: unit.kode.split('.') }]));
  return {
    pathOf: (id) => (id === undefined ? undefined : byId.get(id)?.path) ?? [],
    find: (id) => (id === undefined ? undefined : byId.get(id)?.unit),
    nextTo: (id) => {
      const at = byId.get(id)?.at;
      return at === undefined ? undefined : (units[at + 1] ?? units[at - 1]);
    },
    all: units,
  };
}
