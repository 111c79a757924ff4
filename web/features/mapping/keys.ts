import { useEffect, useRef } from 'react';

export interface WorkbenchKeys {
  readonly onAccept: () => void;
  readonly onDrop: () => void;
  readonly onUndo: () => void;
  readonly onSave: () => void;
}

/** Enter accepts, Del leaves out, Ctrl Z or U undoes, Ctrl Enter saves; letters only where nothing is being written. */
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
      if (event.ctrlKey && event.key === 'z') return run(event, latest.current.onUndo);
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'u') return run(event, latest.current.onUndo);
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
