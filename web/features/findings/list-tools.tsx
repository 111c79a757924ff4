import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { type Column, ColumnPicker } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ExportChoice } from './export.ts';

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }));

interface ListToolsProps<Row> {
  readonly facets: ReactNode;
  readonly search: string | undefined;
  readonly onSearch: (text: string | undefined) => void;
  readonly columns: readonly Column<Row>[];
  readonly hidden: readonly string[];
  readonly onHidden: (hidden: readonly string[]) => void;
  readonly total: number;
  readonly onExport: (choice: ExportChoice) => Promise<unknown>;
}

/** Above a list: facets, search inside it, columns, export of exactly what is filtered, print. */
export function ListTools<Row>(props: ListToolsProps<Row>) {
  const [isExporting, setExporting] = useState(false);
  return (
    <>
      <div className="table-tools">
        {props.facets}
        <span className="grow" />
        <SearchField text={props.search} onSearch={props.onSearch} />
        <ColumnPicker columns={props.columns} hidden={props.hidden} onHidden={props.onHidden} />
        <button
          type="button"
          className="button small-button"
          disabled={props.total === 0}
          onClick={() => setExporting(true)}
        >
          <Icon name="unduh" />
          Ekspor
        </button>
        <button type="button" className="button small-button wide-only" onClick={() => window.print()}>
          <Icon name="cetak" />
          Cetak
        </button>
      </div>
      {isExporting ? (
        <Suspense fallback={null}>
          <ExportDialog total={props.total} isOpen onClose={() => setExporting(false)} onExport={props.onExport} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Filters a moment after the last letter. */
function SearchField({
  text,
  onSearch,
}: {
  readonly text: string | undefined;
  readonly onSearch: ListToolsProps<never>['onSearch'];
}) {
  const [typed, setTyped] = useState(text ?? '');
  useEffect(() => setTyped(text ?? ''), [text]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === (text ?? '') || wanted.length === 1) return undefined;
    const timer = setTimeout(() => onSearch(wanted === '' ? undefined : wanted), 250);
    return () => clearTimeout(timer);
  }, [typed, text, onSearch]);
  return (
    <input
      type="search"
      className="field-like"
      aria-label="Cari NIP atau nama dalam daftar"
      placeholder="NIP atau nama"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
