import './lists.css';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { MOST_CHOSEN } from '#findings/contract';
import type { ViewList } from '#identity/contract';
import { Reason } from '../api/shown.tsx';
import { BulkBar } from '../ui/bulk-bar.tsx';
import { arrange, formatPlaces, placesOf, widenPlace } from '../ui/columns.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import type { FilterPart } from '../ui/filter-menu.tsx';
import { formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useFirstRowKey } from '../ui/table-keys.ts';
import { copyText } from './copy-text.ts';
import type { ExportedList } from './export.ts';
import { ListTools } from './list-tools.tsx';
import { Nothing } from './nothing.tsx';
import { SavedViews } from './saved-views.tsx';
import type { ListSearch } from './search.ts';
import { useChosen } from './use-chosen.ts';

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }));
const PrintDialog = lazy(async () => ({ default: (await import('./print-dialog.tsx')).PrintDialog }));

/** A page of a list as the portal answers it. */
interface Page<Row> {
  readonly jumlah: number;
  readonly baris: readonly Row[];
}

interface DataListProps<Row, Answer extends Page<Row>> {
  readonly daftar: ViewList & ExportedList;
  readonly label: string;
  /** What its rows are: orang, selisih. */
  readonly unit: string;
  readonly list: UseInfiniteQueryResult<InfiniteData<Answer>>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly nipOf: (row: Row) => string;
  /** What stands in the address. */
  readonly search: ListSearch;
  /** Changes some of it. */
  readonly onChange: (next: Readonly<Record<string, string | undefined>>) => void;
  /** Puts another in its place. */
  readonly onOpen: (search: Readonly<Record<string, string>>, isFirst: boolean) => void;
  readonly instansi: number | undefined;
  /** The filter as the portal is asked. */
  readonly filter: Readonly<Record<string, string | undefined>>;
  /** The filter in words; empty where nothing is filtered. */
  readonly words: readonly string[];
  /** Which parts of the address "Hapus saringan" takes away. */
  readonly filters: readonly string[];
  readonly facets: ReactNode;
  readonly parts?: readonly FilterPart[];
  /** What stands here while there is nothing at all, filter or not. */
  readonly empty: ReactNode;
  /** After "8 dari 137 ... ditampilkan". */
  readonly foot?: ReactNode;
}

/** Rows that fit on paper; above them the export is offered. */
const MOST_PRINTED = 200;

/**
 * A list of the portal: saved views, filter, search, columns, rows that can be chosen, export of what is filtered in the columns that
 * are shown, print; and what stands in its place where there is nothing, no right, or a fault.
 */
export function DataList<Row, Answer extends Page<Row>>(props: DataListProps<Row, Answer>) {
  const { list, columns: offered, rowKey, search, onChange, unit, words, daftar, instansi, filter } = props;
  const first = list.data?.pages[0];
  const rows = useMemo(() => list.data?.pages.flatMap(({ baris }) => baris) ?? [], [list.data]);
  const total = first?.jumlah ?? 0;
  const places = placesOf(offered, search.kolom);
  const columns = arrange(offered, places);
  const chosen = useChosen(rows.map(rowKey), total, JSON.stringify(filter));
  const [asked, setAsked] = useState<'ekspor' | 'ekspor-pilihan' | 'cetak'>();
  useFirstRowKey();
  if (list.error !== null && first === undefined)
    return <Reason error={list.error} onAgain={() => void list.refetch()} />;

  const keys = chosen.isWhole ? undefined : [...chosen.choosing.selection.keys];
  const exported = asked === 'ekspor-pilihan' ? keys : undefined;
  const said = words.length === 0 ? 'Seluruh daftar' : `Tersaring: ${words.join('; ')}`;
  const print = async (): Promise<void> => {
    if (total > MOST_PRINTED) return setAsked('cetak');
    if (rows.length < total) await list.fetchNextPage();
    window.print();
  };
  return (
    <>
      <SavedViews daftar={daftar} search={search} onOpen={props.onOpen} />
      <ListTools
        daftar={daftar}
        search={search}
        onOpen={props.onOpen}
        facets={props.facets}
        parts={props.parts ?? []}
        columns={offered}
        onChange={onChange}
        isEmpty={total === 0}
        onExport={() => setAsked('ekspor')}
        onPrint={() => void print()}
      />
      <p className="print-only list-said">
        {said}. {formatNumber(rows.length)} dari {formatNumber(total)} {unit}.
      </p>
      {first?.jumlah === 0 ? (
        <Nothing
          unit={unit}
          words={words}
          empty={props.empty}
          onClear={() => onChange(Object.fromEntries(props.filters.map((key) => [key, undefined])))}
        />
      ) : (
        <DataTable
          label={props.label}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          rowName={props.rowName}
          isLoading={list.isPending}
          order={search.urut}
          onOrder={(urut) => onChange({ urut })}
          onWidth={(key, width) => onChange({ kolom: formatPlaces(widenPlace(places, key, width), offered) })}
          choosing={chosen.choosing}
          more={
            list.hasNextPage ? { isLoading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } : undefined
          }
        />
      )}
      {total === 0 ? null : (
        <p className="list-foot">
          {formatNumber(rows.length)} dari {formatNumber(total)} {unit} ditampilkan{props.foot}.
        </p>
      )}
      {chosen.count === 0 ? null : (
        <BulkBar
          count={chosen.count}
          unit={unit}
          whole={
            chosen.isPageWhole && total > rows.length
              ? { count: total, isChosen: chosen.isWhole, choose: chosen.chooseWhole }
              : undefined
          }
          onNone={chosen.choosing.onNone}
        >
          <button
            type="button"
            className="button small-button"
            disabled={keys !== undefined && keys.length > MOST_CHOSEN}
            title={`Satu per satu paling banyak ${formatNumber(MOST_CHOSEN)} baris; lebih dari itu, saring lalu pilih semua`}
            onClick={() => setAsked('ekspor-pilihan')}
          >
            <Icon name="unduh" />
            Ekspor {formatNumber(chosen.count)}
          </button>
          {keys === undefined ? null : (
            <CopyNips nips={rows.filter((row) => keys.includes(rowKey(row))).map(props.nipOf)} />
          )}
        </BulkBar>
      )}
      <Suspense>
        {asked === 'ekspor' || asked === 'ekspor-pilihan' ? (
          <ExportDialog
            wish={{ daftar, instansi, filter, kolom: exportedColumns(columns), pilihan: exported }}
            total={exported?.length ?? total}
            said={`${exported === undefined ? `${said},` : 'Baris yang dipilih,'} dengan kolom yang tampil menurut urutannya.`}
            onClose={() => setAsked(undefined)}
          />
        ) : asked === 'cetak' ? (
          <PrintDialog
            total={total}
            shown={rows.length}
            most={MOST_PRINTED}
            onExport={() => setAsked('ekspor')}
            onClose={() => setAsked(undefined)}
          />
        ) : null}
      </Suspense>
    </>
  );
}

const exportedColumns = <Row,>(columns: readonly Column<Row>[]): readonly string[] =>
  columns.flatMap(({ key, exported }) => exported ?? [key]);

/** NIPs one a line, each once, as other programs take them. */
function CopyNips({ nips }: { readonly nips: readonly string[] }) {
  const [copied, setCopied] = useState<number>();
  const each = [...new Set(nips)];
  return (
    <button
      type="button"
      className="button small-button"
      onClick={() => void copyText(each.join('\n')).then((isDone) => setCopied(isDone ? each.length : 0))}
    >
      <Icon name="salin" />
      Salin {formatNumber(each.length)} NIP
      <span className="hidden-text" role="status">
        {copied === undefined ? '' : copied === 0 ? 'Tidak dapat disalin' : `${formatNumber(copied)} NIP disalin`}
      </span>
      {copied === each.length ? <span aria-hidden="true">✓</span> : null}
    </button>
  );
}
