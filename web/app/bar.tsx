import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { governmentsOf, instansiQuery, seesAll, shortName, useCan, useMe } from '../api/session.ts';
import { asOfQuery, useScope } from '../features/findings/queries.ts';
import { daysSince, formatDay, formatInstant, formatSpan } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { SourceMark } from '../ui/source-mark.tsx';
import { maySearchPeople } from './entries.ts';
import { JobsMenu } from './jobs-menu.tsx';
import { ModeButton, PersonMenu } from './person-menu.tsx';

/** Older data are still shown, and say so. */
const LATE_DAYS = 60;

export function Bar({ onSearch }: { readonly onSearch: () => void }) {
  const me = useMe();
  const can = useCan();
  return (
    <header className="bar">
      {seesAll(me) ? <Switcher /> : <FixedInstansi name={shortName(me.instansi.nama)} />}
      {can('selisih.lihat') ? <AsOf /> : null}
      <span className="grow" />
      <button type="button" className="find" onClick={onSearch}>
        <Icon name="cari" />
        <b className="hidden-text">Cari </b>
        <span>{maySearchPeople(me) ? 'NIP, nama, menu' : 'Menu, perintah'}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <JobsMenu />
      <ModeButton />
      <PersonMenu />
    </header>
  );
}

function FixedInstansi({ name }: { readonly name: string }) {
  return (
    <span className="place" title={`Akun ini hanya melihat ${name}`}>
      {name}
      <Icon name="kunci" />
    </span>
  );
}

function Switcher() {
  const { data: instansi = [] } = useQuery(instansiQuery);
  const { instansi: chosen } = useSearch({ strict: false });
  const navigate = useNavigate();
  const governments = governmentsOf(instansi);
  return (
    <select
      className="place"
      aria-label="Instansi yang ditampilkan"
      value={chosen ?? ''}
      onChange={(event) => {
        const next = event.target.value === '' ? undefined : Number(event.target.value);
        void navigate({ to: '.', search: (before) => ({ ...before, instansi: next }) });
      }}
    >
      <option value="">Semua instansi ({governments.length})</option>
      {governments.map(({ instansi: code, nama }) => (
        <option key={code} value={code}>
          {shortName(nama)}
        </option>
      ))}
    </select>
  );
}

/** At the foot of every printed page: whose data, of which day, printed when. */
export function PrintFoot() {
  const me = useMe();
  const scope = useScope();
  const can = useCan();
  const { data: all = [] } = useQuery(instansiQuery);
  const { data } = useQuery({ ...asOfQuery(scope), enabled: can('selisih.lihat') });
  const name = all.find(({ instansi }) => instansi === scope.instansi)?.nama;
  const days =
    data === undefined
      ? []
      : [
          data.to === null ? 'Simpeg belum ada' : `Simpeg ${formatDay(data.to)}`,
          data.bkn === null ? 'BKN belum ada' : `BKN ${formatDay(data.bkn)}`,
        ];
  return (
    <p className="print-foot print-only">
      {[
        name === undefined ? (scope.instansi === undefined ? 'Semua instansi' : me.instansi.nama) : name,
        ...days,
        `dicetak ${formatInstant(new Date().toISOString())} WIB`,
        'angka dapat diperiksa ulang di portal',
      ].join(' · ')}
    </p>
  );
}

/** From which data the figures on the screen come. */
function AsOf() {
  const { data } = useQuery(asOfQuery(useScope()));
  if (data === undefined) return null;
  const { from, to, bkn } = data;
  const isLate = from !== null && daysSince(from) > LATE_DAYS;
  return (
    <p className="as-of">
      <span className="hidden-text">Data yang ditampilkan:</span>
      <span className={isLate ? 'late' : ''}>
        <SourceMark side="simpeg">
          {from === null || to === null
            ? 'Simpeg belum ada'
            : from === to
              ? `Simpeg ${formatDay(to)}`
              : `Simpeg ${formatSpan(from, to)}`}
        </SourceMark>
      </span>
      <SourceMark side="bkn">{bkn === null ? 'BKN belum ada' : `BKN ${formatDay(bkn)}`}</SourceMark>
    </p>
  );
}
