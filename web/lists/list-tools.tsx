import { type ReactNode, useEffect, useState } from 'react';
import { ColumnPicker } from '../ui/column-picker.tsx';
import type { Column } from '../ui/data-table.tsx';
import { FilterMenu, type FilterPart } from '../ui/filter-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { SaveView, type ViewsProps } from './saved-views.tsx';

interface ListToolsProps<Row> extends ViewsProps {
  readonly facets: ReactNode;
  readonly parts: readonly FilterPart[];
  readonly columns: readonly Column<Row>[];
  readonly onChange: (next: Readonly<Record<string, string | undefined>>) => void;
  readonly isEmpty: boolean;
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

/** Above a list: facets, all of the filter, search inside it, columns, keeping the view, export of exactly what is filtered, print. */
export function ListTools<Row>(props: ListToolsProps<Row>) {
  const { search, onChange } = props;
  return (
    <div className="table-tools">
      {props.facets}
      {props.parts.length === 0 ? null : (
        <FilterMenu parts={props.parts} onChoose={(param, value) => onChange({ [param]: value })} />
      )}
      <div className="tools">
        <SearchField text={search.cari} sought="NIP atau nama" onSearch={(cari) => onChange({ cari })} />
        <ColumnPicker columns={props.columns} places={search.kolom} onPlaces={(kolom) => onChange({ kolom })} />
        <SaveView daftar={props.daftar} search={search} onOpen={props.onOpen} />
        <button type="button" className="button small-button" disabled={props.isEmpty} onClick={props.onExport}>
          <Icon name="unduh" />
          Ekspor
        </button>
        <button
          type="button"
          className="button small-button wide-only"
          title="Cetak"
          disabled={props.isEmpty}
          onClick={props.onPrint}
        >
          <Icon name="cetak" />
          Cetak
        </button>
      </div>
    </div>
  );
}

interface SearchFieldProps {
  readonly text: string | undefined;
  /** What it goes through, in words. */
  readonly sought: string;
  readonly onSearch: (text: string | undefined) => void;
}

/** Filters a moment after the last letter. The key / leads here (`data-list-search`). */
export function SearchField({ text, sought, onSearch }: SearchFieldProps) {
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
      data-list-search
      aria-label={`Cari ${sought} dalam daftar`}
      placeholder={sought}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
