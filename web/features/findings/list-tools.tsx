import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Reason } from '../../api/shown.tsx';
import { type Column, ColumnPicker } from '../../ui/data-table.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { MOST_EXPORTED } from './export.ts';

interface ListToolsProps<Row> {
  readonly facets: ReactNode;
  readonly search: string | undefined;
  readonly onSearch: (text: string | undefined) => void;
  readonly columns: readonly Column<Row>[];
  readonly hidden: readonly string[];
  readonly onHidden: (hidden: readonly string[]) => void;
  readonly total: number;
  readonly onExport: () => Promise<void>;
}

/** Above a list: facets, search inside it, columns, export of exactly what is filtered, print. */
export function ListTools<Row>(props: ListToolsProps<Row>) {
  const exporting = useMutation({ mutationFn: props.onExport });
  const tooMany = props.total > MOST_EXPORTED;
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
          disabled={tooMany || exporting.isPending || props.total === 0}
          title={
            tooMany ? `Persempit saringan sampai ${formatNumber(MOST_EXPORTED)} baris untuk mengekspor` : undefined
          }
          onClick={() => exporting.mutate()}
        >
          <Icon name="unduh" />
          {exporting.isPending ? 'Menyusun' : 'Ekspor'}
        </button>
        <button type="button" className="button small-button wide-only" onClick={() => window.print()}>
          <Icon name="cetak" />
          Cetak
        </button>
      </div>
      {exporting.error === null ? null : <Reason error={exporting.error} onAgain={() => exporting.mutate()} />}
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
