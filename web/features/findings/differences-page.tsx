import './findings.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CauseList } from '#findings/contract';
import { Shown } from '../../api/shown.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/instead.tsx';
import { OpenFigure } from '../../ui/opens.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { DifferenceList } from './difference-list.tsx';
import { causesQuery, differencesQuery, type Scope, useScope } from './queries.ts';
import type { DifferenceSearch } from './search.ts';

const ARRANGEMENTS = [
  ['sebab', 'Sebab'],
  ['orang', 'Orang'],
  ['bidang', 'Bidang'],
] as const;

/** Selisih: by cause first, then by person and by field. */
export function DifferencesPage() {
  const scope = useScope();
  const search = useSearch({ from: '/portal/selisih' });
  const navigate = useNavigate({ from: '/selisih' });
  const causes = useQuery(causesQuery(scope));
  const arranged = search.susun ?? 'sebab';
  return (
    <>
      <PageHead
        title="Selisih"
        said={causes.data === undefined ? undefined : <Said list={causes.data} />}
        actions={
          <Segments
            label="Susun menurut"
            options={ARRANGEMENTS}
            chosen={arranged}
            onChoose={(susun) => {
              void navigate({ search: ({ kolom }) => ({ susun, ...(kolom === undefined ? {} : { kolom }) }) });
            }}
          />
        }
      />
      {arranged === 'orang' ? (
        <Sheet title="Semua selisih terbuka" rule="urut nama; satu baris satu bidang">
          <DifferenceList
            filter={{ ...scope, ...filterOf(search) }}
            search={search}
            without={scope.instansi === undefined ? [] : ['instansi']}
          />
        </Sheet>
      ) : (
        <Shown query={causes} label="sebab">
          {(list) =>
            list.selisih === 0 ? (
              <Sheet title="Selisih">
                <Empty>
                  Tidak ada selisih terbuka pada data ini. Selisih baru muncul di sini sesudah kiriman terbit.
                </Empty>
              </Sheet>
            ) : arranged === 'bidang' ? (
              <ByField scope={scope} search={search} />
            ) : (
              <ByCause list={list} scope={scope} search={search} />
            )
          }
        </Shown>
      )}
    </>
  );
}

const filterOf = ({ sebab, bidang, kelas, cari }: DifferenceSearch) => ({ sebab, bidang, kelas, cari });

function Said({ list }: { readonly list: CauseList }) {
  const unnamed = list.sebab.length === 0;
  return (
    <>
      <OpenFigure to="/selisih" search={{ susun: 'orang' }} count={list.selisih} of="selisih terbuka" /> selisih terbuka
      pada <OpenFigure to="/pegawai" search={{ keadaan: 'berselisih' }} count={list.orang} of="orang yang berselisih" />{' '}
      orang
      {unnamed ? '.' : `, dikelompokkan menjadi ${formatNumber(list.sebab.length)} sebab.`}
    </>
  );
}

interface ArrangedProps {
  readonly scope: Scope;
  readonly search: DifferenceSearch;
}

function ByCause({ list, scope, search }: ArrangedProps & { readonly list: CauseList }) {
  const at = search.sebab === undefined ? 0 : list.sebab.findIndex(({ sebab }) => sebab === search.sebab);
  const chosen = list.sebab[at];
  return (
    <TwoSides
      isChosen={search.sebab !== undefined}
      back={`${formatNumber(list.sebab.length)} sebab`}
      head={
        <Sheet title="Sebab" rule="urut jumlah orang" end="orang" className="causes">
          <ul>
            {list.sebab.map((cause) => (
              <Choice
                key={cause.sebab}
                isChosen={cause === chosen}
                search={{ sebab: cause.sebab }}
                name={cause.kalimat}
                under={cause.selisih === cause.orang ? undefined : `${formatNumber(cause.selisih)} selisih`}
                figure={<OpenFigure to="/selisih" search={{ sebab: cause.sebab }} count={cause.orang} of="orang" />}
              />
            ))}
          </ul>
        </Sheet>
      }
    >
      {chosen === undefined ? (
        <Gone what="Sebab" />
      ) : (
        <section className="sheet">
          <div className="case">
            <div>
              <h2>{chosen.kalimat}</h2>
              <span className="tag wide-only">
                sebab {at + 1} dari {list.sebab.length}
              </span>
            </div>
            <p>
              <b>{formatNumber(chosen.orang)}</b> orang, {formatNumber(chosen.selisih)} selisih. Keputusan untuk seluruh
              sebab belum tersedia; buka satu orang untuk melihat semua bidangnya.
            </p>
          </div>
          <DifferenceList
            filter={{ ...scope, ...filterOf(search), sebab: chosen.sebab }}
            search={search}
            without={['bidang', 'kalimat', ...(scope.instansi === undefined ? ['jabatan'] : ['instansi'])]}
          />
        </section>
      )}
    </TwoSides>
  );
}

function ByField({ scope, search }: ArrangedProps) {
  const fields = useQuery({
    queryKey: ['bidang', scope.instansi ?? 'semua'],
    queryFn: async ({ client }) => client.fetchInfiniteQuery(differencesQuery({ instansi: scope.instansi })),
    select: ({ pages }) => pages[0]?.segi.bidang ?? [],
  });
  return (
    <Shown query={fields} label="bidang">
      {(list) => {
        const chosen = search.bidang === undefined ? list[0] : list.find(({ nilai }) => nilai === search.bidang);
        return (
          <TwoSides
            isChosen={search.bidang !== undefined}
            back={`${formatNumber(list.length)} bidang`}
            head={
              <Sheet title="Bidang" rule="urut jumlah selisih" end="selisih" className="causes">
                <ul>
                  {list.map((field) => (
                    <Choice
                      key={field.nilai}
                      isChosen={field === chosen}
                      search={{ susun: 'bidang', bidang: field.nilai }}
                      name={field.label}
                      figure={
                        <OpenFigure
                          to="/selisih"
                          search={{ susun: 'bidang', bidang: field.nilai }}
                          count={field.jumlah}
                          of="selisih"
                        />
                      }
                    />
                  ))}
                </ul>
              </Sheet>
            }
          >
            {chosen === undefined ? (
              <Gone what="Bidang" />
            ) : (
              <section className="sheet">
                <div className="case">
                  <h2>{chosen.label}</h2>
                </div>
                <DifferenceList
                  filter={{ ...scope, ...filterOf(search), bidang: chosen.nilai }}
                  search={search}
                  without={['bidang', 'jabatan', ...(scope.instansi === undefined ? [] : ['instansi'])]}
                />
              </section>
            )}
          </TwoSides>
        );
      }}
    </Shown>
  );
}

/** A link to what is no longer open: never another one in its place. */
function Gone({ what }: { readonly what: 'Sebab' | 'Bidang' }) {
  return (
    <Sheet title={`${what} tidak ada lagi`}>
      <Empty>
        Tidak ada selisih terbuka dengan {what.toLowerCase()} pada alamat ini: datanya sudah sama, atau sekarang
        tercatat dengan {what.toLowerCase()} lain. Pilih dari daftar di samping.
      </Empty>
    </Sheet>
  );
}

interface TwoSidesProps {
  readonly head: ReactNode;
  /** On a phone only one side is seen: the choice, or what was chosen. */
  readonly isChosen: boolean;
  readonly back: string;
  readonly children: ReactNode;
}

function TwoSides({ head, isChosen, back, children }: TwoSidesProps) {
  return (
    <div className={`columns choose ${isChosen ? 'chosen' : ''}`}>
      <div className="choices">{head}</div>
      <div className="choice">
        <Link
          className="button narrow-only back"
          to="/selisih"
          search={({ susun }) => (susun === undefined ? {} : { susun })}
        >
          <Icon name="kiri" />
          {back}
        </Link>
        {children}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly search: DifferenceSearch;
  readonly name: string;
  readonly under?: string | undefined;
  readonly figure: ReactNode;
}

function Choice({ isChosen, search, name, under, figure }: ChoiceProps) {
  return (
    <li data-chosen={isChosen ? '' : undefined}>
      <Link to="/selisih" search={search} aria-current={isChosen ? 'true' : undefined} replace>
        <b>{name}</b>
        {under === undefined ? null : <small>{under}</small>}
      </Link>
      <span className="figure-at-end">{figure}</span>
    </li>
  );
}
