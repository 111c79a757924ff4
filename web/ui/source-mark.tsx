import type { ReactNode } from 'react';

export type Side = 'simpeg' | 'bkn';

export const SIDE_NAMES: Readonly<Record<Side, string>> = { simpeg: 'Simpeg', bkn: 'BKN' };

/** The square of Simpeg or the circle of BKN, with its name. */
export function SourceMark({ side, children }: { readonly side: Side; readonly children?: ReactNode }) {
  return <span className={`source ${side}`}>{children ?? SIDE_NAMES[side]}</span>;
}
