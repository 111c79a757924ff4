import { useEffect, useState } from 'react';
import { extend, NOTHING, type Selection, toggle, toggleAll } from '../ui/selection.ts';
import type { Choosing } from '../ui/table-keys.ts';

/** Rows that are chosen in a list; another filter lets go of all. */
export interface Chosen {
  readonly choosing: Choosing;
  readonly count: number;
  /** Whether everything under the filter is meant, also what is not there yet. */
  readonly isWhole: boolean;
  /** Whether all rows that are there are chosen. */
  readonly isPageWhole: boolean;
  readonly chooseWhole: () => void;
}

export function useChosen(all: readonly string[], total: number, filter: string): Chosen {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [isWhole, setWhole] = useState(false);
  const change = (next: Selection): void => {
    setSelection(next);
    setWhole(false);
  };
  useEffect(() => {
    setSelection(NOTHING);
    setWhole(false);
  }, [filter]);
  return {
    choosing: {
      selection,
      all,
      onRow: (key, isRun) => change(isRun ? extend(selection, key, all) : toggle(selection, key)),
      onAll: () => change(toggleAll(selection, all)),
      onNone: () => change(NOTHING),
    },
    count: isWhole ? total : selection.keys.size,
    isWhole,
    isPageWhole: all.length > 0 && all.every((key) => selection.keys.has(key)),
    chooseWhole: () => setWhole(true),
  };
}
