import { Link } from '@tanstack/react-router';
import { ROLES } from '#identity/contract';
import { shortName, useMe } from '../api/session.ts';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { entriesFor, NOT_YET } from './entries.ts';
import { useColorMode, useSignOut } from './person-menu.tsx';

/** What the tab bar of a phone has no room for. */
export function MenuPage() {
  const me = useMe();
  const { toggle } = useColorMode();
  const signOut = useSignOut();
  return (
    <>
      <PageHead title="Menu" said={`${me.nama}, ${ROLES[me.peran]}, ${shortName(me.instansi.nama)}.`} />
      <Sheet title="Halaman" footer={`Belum tersedia: ${NOT_YET.join(', ')}.`}>
        <ul className="menu-list">
          {entriesFor(me)
            .flat()
            .map(({ to, word, icon }) => (
              <li key={to}>
                <Link to={to}>
                  <Icon name={icon} />
                  {word}
                </Link>
              </li>
            ))}
        </ul>
      </Sheet>
      <Sheet title="Akun">
        <ul className="menu-list">
          <li>
            <button type="button" onClick={toggle}>
              <Icon name="mode" />
              Ganti terang atau gelap
            </button>
          </li>
          <li>
            <button type="button" onClick={signOut}>
              <Icon name="tutup" />
              Keluar
            </button>
          </li>
        </ul>
      </Sheet>
    </>
  );
}
