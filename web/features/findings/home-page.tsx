import './findings.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HomeAnswer } from '#findings/contract';
import type { ScheduleRow } from '#intake/contract';
import { describeOutlook, scheduleQuery } from '../../api/schedule.ts';
import { useCan, useMe } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { Accounting } from '../../ui/accounting.tsx';
import { Bars } from '../../ui/bars.tsx';
import { daysSince, formatAge, formatDay, formatLongDay, formatShare } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { Neraca } from '../../ui/neraca.tsx';
import { OpenFigure } from '../../ui/opens.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { WaitingDecisions } from './deciding/waiting-decisions.tsx';
import { ChangesSheet } from './changes-sheet.tsx';
import { ProvinceHome } from './province-home.tsx';
import { differencesQuery, homeQuery, useScope } from './queries.ts';

/** Beranda: of one instansi, or of all where none is chosen. */
export function HomePage() {
  const { instansi } = useScope();
  return instansi === undefined ? <ProvinceHome /> : <InstansiHome instansi={instansi} />;
}

function InstansiHome({ instansi }: { readonly instansi: number }) {
  const me = useMe();
  const can = useCan();
  const home = useQuery(homeQuery(instansi));
  const outlook = useOutlook(instansi);
  const isOwn = instansi === me.instansi.instansi;
  return (
    <>
      <PageHead
        title="Beranda"
        said={
          <>
            {/* One text: a space of its own before the link is lost when the sentence comes later. */}
            {`${formatLongDay(new Date())}. ${home.data === undefined ? '' : `${sentenceOf(home.data)} `}`}
            {outlook === undefined ? null : (
              <>
                <Link to="/kiriman/jadwal">{describeOutlook(outlook)}</Link>.
              </>
            )}
          </>
        }
        actions={
          isOwn && can('kiriman.kirim') ? (
            <Link className="button main" to="/kiriman/kirim">
              Kirim data
            </Link>
          ) : undefined
        }
      />
      <WaitingDecisions instansi={instansi} />
      <Shown query={home} label="Beranda">
        {(answer) => (
          <>
            <Balance home={answer} />
            <div className="columns home">
              <ToDo home={answer} />
              <div>
                <ChangesSheet instansi={instansi} />
                <ByField instansi={instansi} total={answer.selisih} />
                <LastDelivery home={answer} instansi={instansi} />
              </div>
            </div>
          </>
        )}
      </Shown>
    </>
  );
}

/** When the instansi is expected to send; the same calendar as on Kiriman. */
function useOutlook(instansi: number): ScheduleRow | undefined {
  const can = useCan();
  const { data } = useQuery({ ...scheduleQuery(instansi), enabled: can('kiriman.lihat') });
  return data?.baris.find((row) => row.instansi === instansi);
}

function sentenceOf({ neraca, sebab, kirimanTerakhir }: HomeAnswer): string {
  if (kirimanTerakhir === null) return 'Belum ada kiriman yang terbit.';
  if (neraca.berselisih === 0) return 'Tidak ada selisih terbuka.';
  const [largest] = sebab;
  return largest === undefined ? '' : `Sebab terbesar: ${largest.kalimat}.`;
}

function Balance({ home: { neraca } }: { readonly home: HomeAnswer }) {
  const share = (part: number): string => (neraca.berpasangan === 0 ? '' : formatShare(part / neraca.berpasangan));
  return (
    <Neraca
      simpeg={<OpenFigure to="/pegawai" search={{ keadaan: 'simpeg' }} count={neraca.simpeg} of="orang di Simpeg" />}
      simpegOnly={
        <OpenFigure
          to="/pegawai"
          search={{ keadaan: 'hanya-simpeg' }}
          count={neraca.hanyaSimpeg}
          of="orang hanya di Simpeg"
        />
      }
      paired={
        <OpenFigure
          to="/pegawai"
          search={{ keadaan: 'berpasangan' }}
          count={neraca.berpasangan}
          of="orang berpasangan"
        />
      }
      agreed={<OpenFigure to="/pegawai" search={{ keadaan: 'selaras' }} count={neraca.selaras} of="orang selaras" />}
      agreedShare={share(neraca.selaras)}
      differing={
        <OpenFigure to="/pegawai" search={{ keadaan: 'berselisih' }} count={neraca.berselisih} of="orang berselisih" />
      }
      differingShare={share(neraca.berselisih)}
      bkn={<OpenFigure to="/pegawai" search={{ keadaan: 'bkn' }} count={neraca.bkn} of="orang di BKN" />}
      bknOnly={
        <OpenFigure to="/pegawai" search={{ keadaan: 'hanya-bkn' }} count={neraca.hanyaBkn} of="orang hanya di BKN" />
      }
    />
  );
}

interface Task {
  readonly key: string;
  readonly sentence: string;
  readonly people: number;
  readonly kind: string;
  readonly link: { readonly to: '/selisih' | '/pegawai'; readonly search: object };
}

/** What is open, most people first. Deadlines come with the services. */
function tasksOf({ sebab, neraca }: HomeAnswer): readonly Task[] {
  const oneSided: readonly Task[] = [
    {
      key: 'hanya-simpeg',
      sentence: 'Ada di Simpeg, tidak ditemukan di BKN',
      people: neraca.hanyaSimpeg,
      kind: 'Orang',
      link: { to: '/pegawai', search: { keadaan: 'hanya-simpeg' } },
    },
    {
      key: 'hanya-bkn',
      sentence: 'Ada di BKN, tidak ditemukan di Simpeg',
      people: neraca.hanyaBkn,
      kind: 'Orang',
      link: { to: '/pegawai', search: { keadaan: 'hanya-bkn' } },
    },
  ];
  const causes = sebab.map<Task>((cause) => ({
    key: cause.sebab,
    sentence: cause.kalimat,
    people: cause.orang,
    kind: 'Selisih',
    link: { to: '/selisih', search: { sebab: cause.sebab } },
  }));
  return [...causes, ...oneSided.filter(({ people }) => people > 0)]
    .toSorted((a, b) => b.people - a.people)
    .slice(0, 10);
}

function ToDo({ home }: { readonly home: HomeAnswer }) {
  const tasks = tasksOf(home);
  return (
    <Sheet
      title="Yang perlu dikerjakan"
      rule="urut jumlah orang"
      footer={
        tasks.length === 0
          ? undefined
          : 'Daftar disusun dari selisih yang terbuka; baris hilang sendiri bila data sudah sama.'
      }
    >
      {tasks.length === 0 ? (
        <Empty>
          <p>
            {home.kirimanTerakhir === null
              ? 'Belum ada kiriman. Kirim berkas Simpeg apa adanya; portal yang menyesuaikan kolomnya.'
              : 'Tidak ada selisih terbuka. Selisih baru muncul di sini sesudah kiriman berikutnya terbit.'}
          </p>
        </Empty>
      ) : (
        <table className="ledger stack two-line todo">
          <thead>
            <tr>
              <th scope="col">Pekerjaan</th>
              <th scope="col">Menyangkut</th>
              <th scope="col" className="figure">
                Orang
              </th>
              <th scope="col">
                <span className="hidden-text">Tindakan</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tasks.map(({ key, sentence, people, kind, link }) => (
              <tr key={key}>
                <td className="whole">{sentence}</td>
                <td className="narrow-hidden">
                  <span className="tag">{kind}</span>
                </td>
                <td className="figure" data-label={kind === 'Orang' ? 'Orang' : 'Orang berselisih'}>
                  <OpenFigure {...link} count={people} of="orang" />
                </td>
                <td className="figure narrow-hidden">
                  <Link className="button small-button" {...link} aria-label={`Buka: ${sentence}`}>
                    Buka
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}

function ByField({ instansi, total }: { readonly instansi: number; readonly total: number }) {
  const fields = useQuery({
    queryKey: ['bidang', instansi],
    queryFn: async ({ client }) => client.fetchInfiniteQuery(differencesQuery({ instansi })),
    select: ({ pages }) => pages[0]?.segi.bidang.slice(0, 7) ?? [],
  });
  return (
    <Sheet
      title={
        <Link to="/selisih" search={{ susun: 'bidang' }}>
          Selisih terbuka
        </Link>
      }
      rule="menurut bidang"
      end={<OpenFigure to="/selisih" search={{ susun: 'orang' }} count={total} of="selisih terbuka" />}
    >
      <Shown query={fields} label="selisih menurut bidang">
        {(list) =>
          list.length === 0 ? (
            <Empty>Tidak ada selisih terbuka.</Empty>
          ) : (
            <Bars
              bars={list.map(({ nilai, label, jumlah }) => ({
                key: nilai,
                name: (
                  <Link className="name" to="/selisih" search={{ susun: 'bidang', bidang: nilai }}>
                    {label}
                  </Link>
                ),
                value: jumlah,
                figure: (
                  <OpenFigure
                    to="/selisih"
                    search={{ susun: 'bidang', bidang: nilai }}
                    count={jumlah}
                    of={`selisih ${label}`}
                  />
                ),
              }))}
            />
          )
        }
      </Shown>
    </Sheet>
  );
}

function LastDelivery({ home, instansi }: { readonly home: HomeAnswer; readonly instansi: number }) {
  const last = home.kirimanTerakhir;
  if (last === null)
    return (
      <Sheet title="Kiriman terakhir">
        <Empty>Belum ada kiriman yang terbit.</Empty>
      </Sheet>
    );
  const detail = { to: '/kiriman/$dari/$kiriman', params: { dari: String(instansi), kiriman: last.kiriman } } as const;
  return (
    <Sheet
      title={<Link {...detail}>Kiriman terakhir</Link>}
      end={last.per === null ? undefined : formatAge(daysSince(last.per))}
    >
      <dl className="pairs">
        <dt>Berkas</dt>
        <dd>{last.namaBerkas}</dd>
        {last.per === null ? null : (
          <>
            <dt>Data per</dt>
            <dd>{formatDay(last.per)}</dd>
          </>
        )}
        <dt>Baris</dt>
        <dd>
          <Accounting
            read={last.dibaca}
            accepted={last.diterima}
            quarantined={last.dikarantina}
            opened={<OpenFigure {...detail} hash="karantina" count={last.dikarantina} of="baris karantina" />}
          />
        </dd>
      </dl>
    </Sheet>
  );
}
