import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { number } from '#kernel/number-format.ts';

interface FigureProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly count: number;
  /** What is counted, for those who hear the link alone. */
  readonly of: string;
  readonly big?: boolean;
  readonly ref?: Ref<HTMLAnchorElement>;
}

function Figure({ count, of, big = false, ...anchor }: FigureProps) {
  if (count === 0) return <span className="zero">0</span>;
  return (
    <a {...anchor} className={big ? 'opens big' : 'opens'} title={`Buka ${of}`}>
      {number.format(count)}
      <span className="hidden-text"> {of}</span>
    </a>
  );
}

/** A figure that opens the names behind it: a link to the list with the same filter. Zero is grey and opens nothing. */
export const OpenFigure = createLink(Figure);
