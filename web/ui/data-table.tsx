import './table.css';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Head } from './table-head.tsx';
import { type Choosing, onRowKeys, type RowLetters } from './table-keys.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  /** The head in words, for the column picker, the phone and the export. */
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell as text in a file that the browser writes itself. */
  readonly text?: (row: Row) => string;
  readonly isFigure?: boolean;
  /** Key of the order it sorts by, where the server can. */
  readonly sort?: string;
  /** On a phone: takes the whole width, has no label, or is left out. */
  readonly narrow?: 'whole' | 'bare' | 'hidden';
  /** Cannot be hidden. */
  readonly isFixed?: boolean;
  /** Shown only where somebody chose it. */
  readonly isExtra?: boolean;
  /** Columns of the export that say what this one shows; its own key where there are none. */
  readonly exported?: readonly string[];
  /** Pixels, where somebody chose them. */
  readonly width?: number | undefined;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What a row is called, for those who choose it by ear. */
  readonly rowName?: (row: Row) => string;
  readonly order?: string | undefined;
  /** Undefined: back to the usual order. */
  readonly onOrder?: (order: string | undefined) => void;
  readonly onWidth?: (key: string, width: number) => void;
  readonly isLoading?: boolean;
  readonly more?: { readonly isLoading: boolean; readonly load: () => void } | undefined;
  readonly style?: 'two-line' | 'dense' | 'plain';
  /** The row that the page beside is about. */
  readonly picked?: string | undefined;
  /** Rows can be chosen. */
  readonly choosing?: Choosing;
  readonly letters?: RowLetters | undefined;
}

/** From here on only the rows in sight are drawn. */
const VIRTUAL_FROM = 150;

/** A real table with a sticky head; long ones draw only what is in sight. Arrows, J and K walk the rows, Enter opens, X chooses. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, style = 'two-line', isLoading = false, more, choosing } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const isPrinting = usePrinting();
  const isLong = rows.length > VIRTUAL_FROM && !isPrinting;
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(body.current?.offsetTop ?? 0), [isLong]);
  const virtual = useWindowVirtualizer({
    count: isLong ? rows.length : 0,
    estimateSize: () => (style === 'two-line' ? 43 : style === 'dense' ? 27 : 31),
    overscan: 20,
    scrollMargin: offset,
  });
  const items = virtual.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const shown = isLong ? rows.slice(first?.index ?? 0, (last?.index ?? -1) + 1) : rows;
  const before = isLong ? (first?.start ?? offset) - offset : 0;
  const after = isLong ? virtual.getTotalSize() - ((last?.end ?? offset) - offset) : 0;
  const width = columns.length + (choosing === undefined ? 0 : 1);

  return (
    <div className="table-window data" role="region" aria-label={label}>
      <table className={`ledger sticky stack ${style}`} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {choosing === undefined ? null : <ChooseAll choosing={choosing} />}
            {columns.map((column) => (
              <Head
                key={column.key}
                column={column}
                order={props.order}
                onOrder={props.onOrder}
                onWidth={props.onWidth}
              />
            ))}
          </tr>
        </thead>
        {/* The keys only move the focus between links that are reachable without them. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody ref={body} onKeyDown={(event) => onRowKeys(event, choosing, props.letters)}>
          {before > 0 ? <Spacer height={before} columns={width} /> : null}
          {shown.map((row, at) => {
            const key = rowKey(row);
            const isChosen = choosing?.selection.keys.has(key) === true;
            return (
              <tr
                key={key}
                ref={isLong ? virtual.measureElement : undefined}
                data-index={isLong ? (first?.index ?? 0) + at : undefined}
                data-key={key}
                data-picked={isChosen || key === props.picked ? '' : undefined}
              >
                {choosing === undefined ? null : (
                  <td className="choose narrow-hidden">
                    <input
                      type="checkbox"
                      checked={isChosen}
                      aria-label={`Pilih ${props.rowName?.(row) ?? key}`}
                      onChange={() => undefined}
                      onClick={(event) => choosing.onRow(key, event.shiftKey)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.key} className={cellClass(column)} {...phoneLabel(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 ? <Spacer height={after} columns={width} /> : null}
          {isLoading && rows.length === 0 ? <GreyRows columns={width} label={label} /> : null}
        </tbody>
      </table>
      {more === undefined ? null : (
        <div className="more screen-only">
          <button type="button" className="button small-button" onClick={more.load} disabled={more.isLoading}>
            {more.isLoading ? 'Memuat baris berikutnya' : 'Tampilkan baris berikutnya'}
          </button>
        </div>
      )}
    </div>
  );
}

/** Whether paper is being filled: then every row is drawn. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture as soon as the listeners return.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

/** All rows that are there; a line where some of them are chosen. */
function ChooseAll({ choosing }: { readonly choosing: Choosing }) {
  const { selection, all, onAll } = choosing;
  const count = all.filter((key) => selection.keys.has(key)).length;
  return (
    <th scope="col" className="choose">
      <input
        type="checkbox"
        ref={(box) => {
          if (box !== null) box.indeterminate = count > 0 && count < all.length;
        }}
        checked={count > 0 && count === all.length}
        onChange={onAll}
        aria-label="Pilih semua baris yang tampil"
      />
    </th>
  );
}

function cellClass<Row>({ isFigure, narrow }: Column<Row>): string {
  const whole = narrow === 'whole' ? 'whole' : narrow === 'hidden' ? 'narrow-hidden' : '';
  return [isFigure === true ? 'figure' : '', whole].filter((word) => word !== '').join(' ');
}

function phoneLabel<Row>({ narrow, name }: Column<Row>): { 'data-label'?: string } {
  return narrow === undefined ? { 'data-label': name } : {};
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr className="spacer" aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function GreyRows({ columns, label }: { readonly columns: number; readonly label: string }) {
  return Array.from({ length: 8 }, (_, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- bars have no identity
    <tr key={at}>
      <td colSpan={columns} className="whole">
        {at === 0 ? <span className="hidden-text">Memuat {label}</span> : null}
        <span className="grey-bar" style={{ width: `${90 - (at % 3) * 18}%` }} />
      </td>
    </tr>
  ));
}
