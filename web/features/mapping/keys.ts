import { useEffect, useRef } from 'react';

export interface WorkbenchKeys {
  readonly onAccept: () => void;
  readonly onDrop: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
  /** To the line before (-1) or behind (1). */
  readonly onMove: (by: -1 | 1) => void;
}

/**
 * Enter accepts, Del leaves out, J and K go down and up, Ctrl Z or U undoes, Ctrl Shift Z, Ctrl Y or R does it again, Ctrl Enter saves;
 * letters only where nothing is being written.
 */
export function useWorkbenchKeys(keys: WorkbenchKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      if (document.querySelector('[role="dialog"]') !== null) return;
      if (event.ctrlKey && event.key === 'Enter') return run(event, latest.current.onSave);
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return;
      if (target instanceof HTMLTextAreaElement) return;
      const letter = event.key.toLowerCase();
      if (event.ctrlKey && letter === 'z')
        return run(event, event.shiftKey ? latest.current.onRedo : latest.current.onUndo);
      if (event.ctrlKey && letter === 'y') return run(event, latest.current.onRedo);
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (letter === 'u') return run(event, latest.current.onUndo);
      if (letter === 'r') return run(event, latest.current.onRedo);
      if (letter === 'j' || letter === 'k') return run(event, () => latest.current.onMove(letter === 'j' ? 1 : -1));
      if (event.key === 'Delete') return run(event, latest.current.onDrop);
      // on any other button or link Enter is that button's
      const isRow = target instanceof HTMLElement && target.classList.contains('row-link');
      if (event.key === 'Enter' && (isRow || target === document.body)) run(event, latest.current.onAccept);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function run(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}
