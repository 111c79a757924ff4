import { Link } from '@tanstack/react-router';
import { useCan } from '../../api/session.ts';

/** The pages of Pengaturan. */
export function SettingsTabs() {
  const can = useCan();
  // A single tab leads nowhere.
  if (!can('pengguna.lihat') && !can('surel.lihat')) return null;
  return (
    <nav className="tabs sheet" aria-label="Pengaturan">
      <Link to="/pengaturan" activeOptions={{ exact: true, includeSearch: false }}>
        Keamanan akun
      </Link>
      {can('pengguna.lihat') ? (
        <Link to="/pengaturan/pengguna" activeOptions={{ includeSearch: false }}>
          Pengguna
        </Link>
      ) : null}
      {can('surel.lihat') ? (
        <Link to="/pengaturan/surel" activeOptions={{ includeSearch: false }}>
          Surel
        </Link>
      ) : null}
    </nav>
  );
}
