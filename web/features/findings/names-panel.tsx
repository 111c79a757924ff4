import './names.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { instansiQuery, seesAll, shortName, useMe } from '../../api/session.ts';
import { Reason } from '../../api/shown.tsx';
import { formatCompared, formatDay, formatInstant, formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty, GreyRows } from '../../ui/instead.tsx';
import { Nip } from '../../ui/nip.tsx';
import type { NamesAsked } from '../../ui/opens.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SourceMark } from '../../ui/source-mark.tsx';
import { PersonState } from './person-state.tsx';
import { differencesQuery, peopleQuery } from './queries.ts';
import { differenceSearch, differenceWords, peopleSearch, peopleWords } from './search.ts';

const ExportDialog = lazy(async () => ({ default: (await import('../../lists/export-dialog.tsx')).ExportDialog }));

interface NamesPanelProps {
  readonly asked: NamesAsked;
  readonly onClose: () => void;
}

/** Who stands behind a figure: the figure, its filter in words, the data it comes from, and the names. */
export function NamesPanel({ asked, onClose }: NamesPanelProps) {
  const me = useMe();
  const { options } = useRouter();
  const address = new URL(asked.href, location.origin);
  const search: Readonly<Record<string, unknown>> = options.parseSearch(address.search);
  const chosen = typeof search['instansi'] === 'number' ? search['instansi'] : undefined;
  const props = { asked, onClose, instansi: seesAll(me) ? chosen : me.instansi.instansi };
  return address.pathname === '/selisih' ? (
    <Differences {...props} search={differenceSearch.parse(search)} />
  ) : (
    <People {...props} search={peopleSearch.parse(search)} />
  );
}

interface ListProps<Search> extends NamesPanelProps {
  readonly instansi: number | undefined;
  readonly search: Search;
}

function People({ search, instansi, ...props }: ListProps<ReturnType<typeof peopleSearch.parse>>) {
  const { keadaan, golongan, unit, cari } = search;
  const filter = { keadaan, golongan, unit, cari };
  const list = useInfiniteQuery(peopleQuery({ instansi, ...filter }));
  const first = list.data?.pages[0];
  return (
    <Frame
      {...props}
      list={list}
      first={first}
      daftar="pegawai"
      filter={filter}
      instansi={instansi}
      words={peopleWords(search)}
    >
      {list.data?.pages.flatMap(({ baris }) =>
        baris.map((row) => (
          <Name key={`${row.instansi}-${row.orang}`} row={row}>
            <span className="second">
              {[row.golongan, row.jabatan, row.unit].filter((part) => part !== null).join(' · ')}
            </span>
            {STATES_OF_ALL.has(search.keadaan ?? '') ? null : (
              <PersonState keadaan={row.keadaan} selisih={row.selisih} />
            )}
            {search.keadaan === 'berselisih' ? (
              <span className="nowrap dim">{formatNumber(row.selisih)} selisih</span>
            ) : null}
          </Name>
        )),
      )}
    </Frame>
  );
}

/** Filters that leave people of one state only. */
const STATES_OF_ALL: ReadonlySet<string> = new Set(['selaras', 'berselisih', 'hanya-simpeg', 'hanya-bkn']);

function Differences({ search, instansi, ...props }: ListProps<ReturnType<typeof differenceSearch.parse>>) {
  const { sebab, bidang, kelas, cari } = search;
  const filter = { sebab, bidang, kelas, cari };
  const list = useInfiniteQuery(differencesQuery({ instansi, ...filter }));
  const first = list.data?.pages[0];
  return (
    <Frame
      {...props}
      list={list}
      first={first}
      daftar="selisih"
      filter={filter}
      instansi={instansi}
      words={differenceWords(filter, first?.segi)}
    >
      {list.data?.pages.flatMap(({ baris }) =>
        baris.map((row) => (
          <Name key={`${row.instansi}-${row.orang}-${row.bidang}`} row={row}>
            {bidang === undefined && sebab === undefined ? <span className="second">{row.label}</span> : null}
            <span className="both-values">
              <SourceMark side="simpeg">{valueOf(row.nilaiSimpeg)}</SourceMark>
              <SourceMark side="bkn">{valueOf(row.nilaiBkn)}</SourceMark>
            </span>
          </Name>
        )),
      )}
    </Frame>
  );
}

const valueOf = (value: string | null): string => (value === null ? 'kosong' : formatCompared(value));

interface FrameProps extends NamesPanelProps {
  readonly list: {
    readonly error: Error | null;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
    readonly refetch: () => Promise<unknown>;
  };
  readonly first:
    | {
        readonly jumlah: number;
        readonly cap: { readonly simpeg: string | null; readonly bkn: string | null; readonly dihitung: string | null };
      }
    | undefined;
  readonly daftar: 'pegawai' | 'selisih';
  readonly instansi: number | undefined;
  readonly filter: Readonly<Record<string, string | undefined>>;
  readonly words: readonly string[];
  readonly children: ReactNode;
}

/** The figure again with its definition, its stamp, and what can be done with its names. */
function Frame({ asked, onClose, list, first, daftar, instansi, filter, words, children }: FrameProps) {
  const [isExporting, setExporting] = useState(false);
  const { data: all = [] } = useQuery(instansiQuery);
  const { history } = useRouter();
  const place = all.find((one) => one.instansi === instansi)?.nama;
  const said = [place === undefined ? 'Semua instansi' : shortName(place), ...words].join('; ');
  const count = first?.jumlah ?? asked.count;
  return (
    <Panel
      title={
        <>
          <b>{formatNumber(count)}</b> {asked.of}
        </>
      }
      onClose={onClose}
    >
      <div className="names-head">
        <p>{said}.</p>
        {first === undefined ? null : <Stamp cap={first.cap} />}
        {first === undefined || first.jumlah === asked.count ? null : (
          <p className="warn-text">
            Angka pada halaman adalah {formatNumber(asked.count)}; datanya berganti sesudah halaman dimuat. Muat ulang
            halaman untuk angka baru.
          </p>
        )}
        <div className="names-actions">
          <a
            className="button small-button"
            href={asked.href}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onClose();
              history.push(asked.href);
            }}
          >
            <Icon name="daftar" />
            Buka sebagai daftar
          </a>
          <button
            type="button"
            className="button small-button"
            disabled={count === 0}
            onClick={() => setExporting(true)}
          >
            <Icon name="unduh" />
            Ekspor
          </button>
        </div>
      </div>
      {list.error !== null && first === undefined ? (
        <Reason error={list.error} onAgain={() => void list.refetch()} />
      ) : first === undefined ? (
        <GreyRows label={`Memuat ${asked.of}`} />
      ) : first.jumlah === 0 ? (
        <Empty>Tidak ada lagi nama di balik angka ini pada data sekarang.</Empty>
      ) : (
        <ol className="names">{children}</ol>
      )}
      {list.hasNextPage ? (
        <div className="more">
          <button
            type="button"
            className="button small-button"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {list.isFetchingNextPage ? 'Memuat nama berikutnya' : 'Tampilkan nama berikutnya'}
          </button>
        </div>
      ) : null}
      {isExporting ? (
        <Suspense>
          <ExportDialog
            wish={{ daftar, instansi, filter }}
            total={count}
            said={`${said}, dengan semua kolom.`}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      ) : null}
    </Panel>
  );
}

/** From which deliveries the names come, and when they were counted. */
function Stamp({ cap: { simpeg, bkn, dihitung } }: Pick<NonNullable<FrameProps['first']>, 'cap'>) {
  return (
    <p className="stamp">
      <SourceMark side="simpeg">{simpeg === null ? 'Simpeg belum ada' : `Simpeg ${formatDay(simpeg)}`}</SourceMark>
      <SourceMark side="bkn">{bkn === null ? 'BKN belum ada' : `BKN ${formatDay(bkn)}`}</SourceMark>
      {dihitung === null ? null : <span>dihitung {formatInstant(dihitung)}</span>}
    </p>
  );
}

interface NameProps {
  readonly row: { readonly instansi: number; readonly orang: string; readonly nama: string; readonly nip: string };
  readonly children: ReactNode;
}

function Name({ row, children }: NameProps) {
  return (
    <li>
      <Link className="row-link" to="/pegawai/$dari/$orang" params={{ dari: String(row.instansi), orang: row.orang }}>
        {row.nama}
      </Link>
      <small className="dim">
        <Nip value={row.nip} />
      </small>
      <div className="name-more">{children}</div>
    </li>
  );
}
