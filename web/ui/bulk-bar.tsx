import type { ReactNode } from 'react';
import { formatNumber } from './format.ts';

interface BulkBarProps {
  readonly count: number;
  /** What the rows are: orang, selisih. */
  readonly unit: string;
  /** Everything under the filter can be taken as well. */
  readonly whole?: { readonly count: number; readonly isChosen: boolean; readonly choose: () => void } | undefined;
  readonly onNone: () => void;
  /** What can be done with the chosen rows. */
  readonly children: ReactNode;
}

/** In ink at the foot of a list while rows are chosen: how many, what can be done, and how to let go. It never moves the rows. */
export function BulkBar({ count, unit, whole, onNone, children }: BulkBarProps) {
  return (
    <div className="bulk screen-only" role="region" aria-label="Baris yang dipilih">
      <b aria-live="polite">
        {formatNumber(count)} {unit} dipilih
      </b>
      {whole === undefined || whole.isChosen ? null : (
        <button type="button" className="bulk-link" onClick={whole.choose}>
          Pilih semua {formatNumber(whole.count)}
        </button>
      )}
      <span className="grow" />
      {children}
      <button type="button" className="button small-button" onClick={onNone}>
        Batal pilih <kbd>Esc</kbd>
      </button>
    </div>
  );
}
