import type { ReactNode } from 'react';
import { Glyph } from './glyph.tsx';
import { formatNumber } from './format.ts';

interface AccountingProps {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** The figure of quarantined rows, where it opens them. */
  readonly opened?: ReactNode;
}

/** A sum written as a sum: 7.083 dibaca = 7.071 diterima + 12 karantina. A sum that does not add up says so. */
export function Accounting({ read, accepted, quarantined, opened }: AccountingProps) {
  const adds = read === accepted + quarantined;
  return (
    <span>
      <span className="nowrap">
        {formatNumber(read)} dibaca {adds ? '=' : '≠'}
      </span>{' '}
      <span className="nowrap">
        {formatNumber(accepted)} diterima + {opened ?? formatNumber(quarantined)} karantina
      </span>
      {adds ? null : (
        <span className="state">
          {' '}
          <Glyph state="bad" /> tidak cocok
        </span>
      )}
    </span>
  );
}
