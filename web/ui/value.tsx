import { type Grain, markDifferences } from './diff.ts';
import { type Side, SIDE_NAMES } from './source-mark.tsx';

interface MarkedValueProps {
  readonly side: Side;
  readonly value: string | null;
  readonly other: string | null;
  readonly grain: Grain;
}

/** One side's value with its differing parts marked; screen readers hear the value in one piece. */
export function MarkedValue({ side, value, other, grain }: MarkedValueProps) {
  if (value === null) return <NoValue why="kosong" />;
  // Beside an empty value everything differs: a mark would say nothing.
  const [pieces] = markDifferences(value, other ?? value, grain);
  return (
    <span className={`value ${side}${isNumber(value) ? ' nowrap' : ''}`}>
      <span className="hidden-text">
        {SIDE_NAMES[side]} {value}
      </span>
      <span aria-hidden="true">
        {pieces.map(({ kind, text }, at) => {
          // oxlint-disable-next-line react/no-array-index-key -- pieces have no identity but their place
          const key = at;
          if (kind === 'same') return text;
          return kind === 'gap' ? <i key={key} className="gap" /> : <mark key={key}>{text}</mark>;
        })}
      </span>
    </span>
  );
}

/** Dates and numbers, which a line must not break at their dashes. */
const isNumber = (value: string): boolean => /^[\d-]{1,20}$/.test(value);

/** An empty value and a column that was not delivered are not the same, and neither is a dash. */
export function NoValue({ why }: { readonly why: 'kosong' | 'tidak dikirim' }) {
  return <span className="no-value">{why}</span>;
}
