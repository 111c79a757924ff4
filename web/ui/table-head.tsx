import { type PointerEvent, useRef } from 'react';
import type { Column } from './data-table.tsx';

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly order: string | undefined;
  readonly onOrder: ((order: string | undefined) => void) | undefined;
  readonly onWidth: ((key: string, width: number) => void) | undefined;
}

/** A head that sorts and can be drawn wider: figures begin with the largest, a third press goes back to the usual order. */
export function Head<Row>({ column, order, onOrder, onWidth }: HeadProps<Row>) {
  const { sort, head, isFigure, width } = column;
  const isSorted = sort !== undefined && (order === sort || order === `-${sort}`);
  const direction = order?.startsWith('-') === true ? 'descending' : 'ascending';
  const turns = sort === undefined ? [] : isFigure === true ? [`-${sort}`, sort] : [sort, `-${sort}`];
  return (
    <th
      scope="col"
      className={isFigure === true ? 'figure' : ''}
      {...(isSorted ? { 'aria-sort': direction } : {})}
      {...(width === undefined ? {} : { style: { width, minWidth: width } })}
    >
      {sort === undefined || onOrder === undefined ? (
        head
      ) : (
        <button
          type="button"
          className="sort"
          onClick={() => onOrder(isSorted ? turns[turns.indexOf(order ?? '') + 1] : turns[0])}
        >
          {head}
          {isSorted ? <span aria-hidden="true">{direction === 'ascending' ? '▲' : '▼'}</span> : null}
        </button>
      )}
      {onWidth === undefined ? null : <Edge onWidth={(pixels) => onWidth(column.key, pixels)} />}
    </th>
  );
}

/** The right edge of a head, to be drawn. By keyboard widths are set in the column picker. */
function Edge({ onWidth }: { readonly onWidth: (pixels: number) => void }) {
  const start = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const widthAt = (event: PointerEvent): number =>
    start.current === undefined ? 0 : start.current.width + event.clientX - start.current.x;
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>): void => {
    const cell = event.currentTarget.parentElement;
    if (cell === null) return;
    start.current = { x: event.clientX, width: cell.getBoundingClientRect().width };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLSpanElement>): void => {
    const cell = event.currentTarget.parentElement;
    if (start.current === undefined || cell === null) return;
    // Shown while it is drawn; it stands in the address once it is let go.
    cell.style.width = `${widthAt(event)}px`;
    cell.style.minWidth = cell.style.width;
  };
  const onPointerUp = (event: PointerEvent<HTMLSpanElement>): void => {
    if (start.current === undefined) return;
    onWidth(widthAt(event));
    start.current = undefined;
  };
  return (
    <span
      className="edge"
      aria-hidden="true"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
    />
  );
}
