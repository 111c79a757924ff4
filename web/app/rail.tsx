import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../api/session.ts';
import { openCountQuery, useScope } from '../features/findings/queries.ts';
import { formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { entriesFor, NOT_YET } from './entries.ts';
import { Mark } from './mark.tsx';

export function Rail() {
  const me = useMe();
  return (
    <aside className="rail">
      <Link className="brand" to="/">
        <Mark />
        <span>
          <b>Portal Kepegawaian</b>
          <small>PNS se-Jawa Tengah</small>
        </span>
      </Link>
      <nav aria-label="Menu utama">
        {entriesFor(me).map((group) => (
          <ul key={group[0]?.to}>
            {group.map(({ to, word, icon }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} title={word}>
                  <Icon name={icon} />
                  <span className="word">{word}</span>
                  {to === '/selisih' ? <OpenCount /> : null}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <p className="foot">Belum tersedia: {NOT_YET.join(', ')}.</p>
    </aside>
  );
}

/** Open differences of the instansi in the bar. */
function OpenCount() {
  const { data } = useQuery(openCountQuery(useScope()));
  return data === undefined ? null : <span className="count">{formatNumber(data)}</span>;
}

const TABS = ['/', '/selisih', '/pegawai', '/kiriman', '/data-saya', '/dilihat', '/audit'] as const;
const MOST_TABS = 4;

/** On a phone: the first four pages that one may see, and the rest behind "Menu". */
export function TabBar() {
  const entries = entriesFor(useMe()).flat();
  const tabs = TABS.flatMap((to) => entries.find((entry) => entry.to === to) ?? []).slice(0, MOST_TABS);
  return (
    <nav className="tab-bar" aria-label="Menu utama">
      {tabs.map(({ to, icon, short, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
          <Icon name={icon} />
          {short ?? word}
        </Link>
      ))}
      <Link to="/menu">
        <Icon name="menu" />
        Menu
      </Link>
    </nav>
  );
}
