import { createLink } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, createContext, type MouseEvent, type Ref, useContext } from 'react';
import { number } from '#kernel/number-format.ts';

/** A figure whose names are asked for. */
export interface NamesAsked {
  /** Address of the list with the same filter. */
  readonly href: string;
  readonly count: number;
  /** What is counted. */
  readonly of: string;
}

/** Opens the names of a figure beside the page; false where its address is no list of names, so that the link is followed. */
export const NamesOpener = createContext<(asked: NamesAsked) => boolean>(() => false);

interface FigureProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly count: number;
  /** What is counted, for those who hear the link alone. */
  readonly of: string;
  /** What stands there instead of the count, where that is a share of it. */
  readonly shown?: string;
  readonly big?: boolean;
  readonly ref?: Ref<HTMLAnchorElement>;
}

function Figure({ count, of, shown, big = false, onClick, ...anchor }: FigureProps) {
  const openNames = useContext(NamesOpener);
  if (count === 0) return <span className="zero">{shown ?? 0}</span>;
  const open = (event: MouseEvent<HTMLAnchorElement>): void => {
    // With a key held the list opens as a page of its own.
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const { href } = anchor;
    if (isPlain && href !== undefined && openNames({ href, count, of })) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <a {...anchor} onClick={open} className={big ? 'opens big' : 'opens'} title={`Buka ${of}`}>
      {shown ?? number.format(count)}
      <span className="hidden-text">
        {shown === undefined ? '' : `, ${number.format(count)}`} {of}
      </span>
    </a>
  );
}

/**
 * A figure that opens the names behind it, in a panel beside the page; with Ctrl as a page: the list with the same filter. Zero is
 * grey and opens nothing.
 */
export const OpenFigure = createLink(Figure);
