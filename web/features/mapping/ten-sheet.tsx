import type { ReactNode } from 'react';
import { Sheet } from '../../ui/sheet.tsx';

interface TenSheetProps {
  /** What the sheet shows, beside its title. */
  readonly rule: string;
  /** What the sample counts, in words. */
  readonly count: string;
  readonly milidetik: number;
  readonly heads: readonly ReactNode[];
  readonly isStale: boolean;
  readonly onOthers: () => void;
  /** Rows of the table. */
  readonly children: ReactNode;
}

/** The sheet of ten people below the columns, and its way to ten others. */
export function TenSheet({ rule, count, milidetik, heads, isStale, onOthers, children }: TenSheetProps) {
  return (
    <Sheet
      className="ten"
      title="Sepuluh orang"
      rule={rule}
      end={
        <>
          <span className="dim" title={`dibaca dalam ${milidetik} milidetik`} role="status">
            {count}
          </span>
          <button type="button" className="button small-button quiet" onClick={onOthers}>
            Sepuluh lain
          </button>
        </>
      }
    >
      <div className="table-window" role="region" aria-label="Sepuluh orang" aria-busy={isStale} tabIndex={0}>
        <table className="ledger dense stack">
          <thead>
            <tr>
              {heads.map((head, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- heads never change places
                <th key={at} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </Sheet>
  );
}
