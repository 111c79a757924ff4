import { type KeyboardEvent, useEffect } from 'react';
import { areLettersOn, isLetter, isTyping } from './letters.ts';
import type { Selection } from './selection.ts';

/** Rows that can be chosen, and what is chosen of them. */
export interface Choosing {
  readonly selection: Selection;
  /** Keys of all rows that are there, in their order. */
  readonly all: readonly string[];
  /** `isRun`: from the row that was chosen last to this one. */
  readonly onRow: (key: string, isRun: boolean) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

const STEPS: Readonly<Record<string, number>> = { j: 1, J: 1, ArrowDown: 1, k: -1, K: -1, ArrowUp: -1 };
const ROW_LINKS = 'tr > td a.row-link, tr > td button.row-link';

/** What letters do with the row that has the focus, by its key; afterwards the next row has it. */
export type RowLetters = Readonly<Record<string, (key: string) => void>>;

/** Arrows, J and K walk the rows, with Shift they choose on the way; X or Space chooses, Ctrl A all, Esc none. */
export function onRowKeys(
  event: KeyboardEvent<HTMLTableSectionElement>,
  choosing: Choosing | undefined,
  letters: RowLetters = {},
): void {
  const { key, shiftKey, currentTarget } = event;
  if (event.altKey || isTyping(event.target)) return;
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'a' || choosing === undefined) return;
    event.preventDefault();
    choosing.onAll();
    return;
  }
  if (key.length === 1 && key !== ' ' && !areLettersOn()) return;
  const links = [...currentTarget.querySelectorAll<HTMLElement>(ROW_LINKS)];
  const here = links.findIndex((link) => rowOf(link)?.contains(document.activeElement) === true);
  const step = STEPS[key];
  if (step !== undefined) {
    const next = links[here + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    const nextKey = rowOf(next)?.dataset['key'];
    if (shiftKey && nextKey !== undefined) choosing?.onRow(nextKey, true);
    return;
  }
  const letter = letters[key.toLowerCase()];
  const ownKey = links[here] === undefined ? undefined : rowOf(links[here])?.dataset['key'];
  if (letter !== undefined && ownKey !== undefined) {
    event.preventDefault();
    letter(ownKey);
    links[here + 1]?.focus();
    return;
  }
  if (choosing === undefined) return;
  if (key === 'Escape' && choosing.selection.keys.size > 0) {
    event.preventDefault();
    choosing.onNone();
    return;
  }
  // Space presses what has the focus where that is a button or a box.
  const isOnLink = event.target instanceof HTMLAnchorElement;
  if (key === 'x' || key === 'X' || (key === ' ' && isOnLink)) {
    const own = rowOf(document.activeElement)?.dataset['key'];
    if (own === undefined) return;
    event.preventDefault();
    choosing.onRow(own, shiftKey);
  }
}

const rowOf = (element: Element | null): HTMLTableRowElement | null => element?.closest('tr') ?? null;

/** J where nothing of a list has the focus goes to its first row. */
export function useFirstRowKey(): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || event.key !== 'j' || !isLetter(event)) return;
      if (document.activeElement?.closest('table.ledger') instanceof Element) return;
      const first = document.querySelector<HTMLElement>('.table-window.data a.row-link');
      if (first === null) return;
      event.preventDefault();
      first.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
