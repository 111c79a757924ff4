import './lists.css';
import type { ReactNode } from 'react';
import type { ViewList } from '#identity/contract';
import { ColumnPicker } from '../ui/column-picker.tsx';
import { arrange, formatPlaces, placesOf, widenPlace } from '../ui/columns.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { FilterMenu, type FilterPart } from '../ui/filter-menu.tsx';
import { SearchField } from './list-tools.tsx';
import { Nothing } from './nothing.tsx';
import { SavedViews, SaveView, type ViewsProps } from './saved-views.tsx';

interface ShortListProps<Row> extends ViewsProps {
  readonly daftar: ViewList;
  readonly label: string;
  /** What its rows are: kiriman, akun. */
  readonly unit: string;
  readonly columns: readonly Column<Row>[];
  /** What the filter leaves. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowName?: (row: Row) => string;
  /** Changes some of the address. */
  readonly onChange: (next: Readonly<Record<string, string | undefined>>) => void;
  /** What the search goes through, in words. */
  readonly sought: string;
  readonly facets: ReactNode;
  readonly parts?: readonly FilterPart[];
  /** The filter in words; empty where nothing is filtered. */
  readonly words: readonly string[];
  /** Which parts of the address "Hapus saringan" takes away. */
  readonly filters: readonly string[];
  readonly empty: ReactNode;
}

/** A list that the browser has as a whole: saved views, filter, search and columns, as `DataList` has them. */
export function ShortList<Row>(props: ShortListProps<Row>) {
  const { columns: offered, rows, search, onChange, words, daftar, onOpen, parts = [] } = props;
  const places = placesOf(offered, search.kolom);
  return (
    <>
      <SavedViews daftar={daftar} search={search} onOpen={onOpen} />
      <div className="table-tools">
        {props.facets}
        {parts.length === 0 ? null : (
          <FilterMenu parts={parts} onChoose={(param, value) => onChange({ [param]: value })} />
        )}
        <div className="tools">
          <SearchField text={search.cari} sought={props.sought} onSearch={(cari) => onChange({ cari })} />
          <ColumnPicker columns={offered} places={search.kolom} onPlaces={(kolom) => onChange({ kolom })} />
          <SaveView daftar={daftar} search={search} onOpen={onOpen} />
        </div>
      </div>
      {rows.length === 0 ? (
        <Nothing
          unit={props.unit}
          words={words}
          empty={props.empty}
          onClear={() => onChange(Object.fromEntries(props.filters.map((key) => [key, undefined])))}
        />
      ) : (
        <DataTable
          label={props.label}
          columns={arrange(offered, places)}
          rows={rows}
          rowKey={props.rowKey}
          {...(props.rowName === undefined ? {} : { rowName: props.rowName })}
          onWidth={(key, width) => onChange({ kolom: formatPlaces(widenPlace(places, key, width), offered) })}
        />
      )}
    </>
  );
}
