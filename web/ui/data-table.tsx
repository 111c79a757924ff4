import './table.css';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  /** The head in words, for the column picker, the phone and the export. */
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell as text in the export; left out of it where there is none. */
  readonly text?: (row: Row) => string;
  readonly isFigure?: boolean;
  /** Key of the order it sorts by, where the server can. */
  readonly sort?: string;
  /** On a phone: takes the whole width, has no label, or is left out. */
  readonly narrow?: 'whole' | 'bare' | 'hidden';
  /** Cannot be hidden. */
  readonly isFixed?: boolean;
  /** Stands in the export only, such as the NIP that the table shows below the name. */
  readonly isExportOnly?: boolean;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly order?: string | undefined;
  readonly onOrder?: (order: string) => void;
  readonly isLoading?: boolean;
  readonly more?: { readonly isLoading: boolean; readonly load: () => void } | undefined;
  readonly style?: 'two-line' | 'dense' | 'plain';
  readonly picked?: string | undefined;
}

/** From here on only the rows in sight are drawn. */
const VIRTUAL_FROM = 150;

/** A real table with a sticky head; long ones draw only what is in sight. J and K, or the arrows, walk the rows; Enter opens. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowKey, style = 'two-line', isLoading = false, more } = props;
  const columns = props.columns.filter(({ isExportOnly }) => isExportOnly !== true);
  const body = useRef<HTMLTableSectionElement>(null);
  const isLong = rows.length > VIRTUAL_FROM;
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

  return (
    <div className="table-window data" role="region" aria-label={label}>
      <table className={`ledger sticky stack ${style}`} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} order={props.order} onOrder={props.onOrder} />
            ))}
          </tr>
        </thead>
        {/* The keys only move the focus between links that are reachable without them. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody ref={body} onKeyDown={walkRows}>
          {before > 0 ? <Spacer height={before} columns={columns.length} /> : null}
          {shown.map((row, at) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                ref={isLong ? virtual.measureElement : undefined}
                data-index={isLong ? (first?.index ?? 0) + at : undefined}
                data-picked={key === props.picked ? '' : undefined}
              >
                {columns.map((column) => (
                  <td key={column.key} className={cellClass(column)} {...phoneLabel(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 ? <Spacer height={after} columns={columns.length} /> : null}
          {isLoading && rows.length === 0 ? <GreyRows columns={columns.length} label={label} /> : null}
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

function cellClass<Row>({ isFigure, narrow }: Column<Row>): string {
  const whole = narrow === 'whole' ? 'whole' : narrow === 'hidden' ? 'narrow-hidden' : '';
  return [isFigure === true ? 'figure' : '', whole].filter((word) => word !== '').join(' ');
}

function phoneLabel<Row>({ narrow, name }: Column<Row>): { 'data-label'?: string } {
  return narrow === undefined ? { 'data-label': name } : {};
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly order: string | undefined;
  readonly onOrder: ((order: string) => void) | undefined;
}

function Head<Row>({ column, order, onOrder }: HeadProps<Row>) {
  const { sort, head, isFigure } = column;
  const isSorted = sort !== undefined && (order === sort || order === `-${sort}`);
  const direction = order?.startsWith('-') === true ? 'descending' : 'ascending';
  return (
    <th scope="col" className={isFigure === true ? 'figure' : ''} {...(isSorted ? { 'aria-sort': direction } : {})}>
      {sort === undefined || onOrder === undefined ? (
        head
      ) : (
        <button type="button" className="sort" onClick={() => onOrder(order === sort ? `-${sort}` : sort)}>
          {head}
          {isSorted ? <span aria-hidden="true">{direction === 'ascending' ? '▲' : '▼'}</span> : null}
        </button>
      )}
    </th>
  );
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

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

function walkRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = STEPS[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('tr > td a.row-link, tr > td button.row-link')];
  const here = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement) === true);
  const next = links[here + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

interface ColumnPickerProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly hidden: readonly string[];
  readonly onHidden: (hidden: readonly string[]) => void;
}

/** Which columns are shown. */
export function ColumnPicker<Row>({ columns, hidden, onHidden }: ColumnPickerProps<Row>) {
  return (
    <details className="picker wide-only">
      <summary className="button small-button">
        <Icon name="kolom" />
        Kolom
      </summary>
      <fieldset>
        <legend className="hidden-text">Kolom yang tampil</legend>
        {columns
          .filter(({ isFixed, isExportOnly }) => isFixed !== true && isExportOnly !== true)
          .map(({ key, name }) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={!hidden.includes(key)}
                onChange={(event) =>
                  onHidden(event.target.checked ? hidden.filter((other) => other !== key) : [...hidden, key])
                }
              />
              {name}
            </label>
          ))}
      </fieldset>
    </details>
  );
}
