import { Link } from '@tanstack/react-router';

/** The pages of Kiriman. */
export function DeliveryTabs() {
  return (
    <nav className="tabs sheet" aria-label="Kiriman">
      <Link to="/kiriman" activeOptions={{ exact: true, includeSearch: false }}>
        Semua kiriman
      </Link>
      <Link to="/kiriman/jadwal" activeOptions={{ includeSearch: false }}>
        Jadwal kiriman
      </Link>
    </nav>
  );
}
