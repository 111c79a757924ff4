import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import { Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { ROLES } from '#identity/contract';
import { tell } from '../api/request.ts';
import { shortName, useForget, useMe } from '../api/session.ts';
import { Icon } from '../ui/icon.tsx';

/** Follows the device until the person chooses. */
export function useColorMode() {
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  return { toggle: () => setColorScheme(shown === 'light' ? 'dark' : 'light') };
}

export function useSignOut(): () => void {
  const forget = useForget();
  const navigate = useNavigate();
  return () => {
    const leave = async (): Promise<void> => {
      await tell('keluar').catch(() => undefined);
      forget();
      await navigate({ to: '/masuk', search: {} });
    };
    void leave();
  };
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();

export function PersonMenu() {
  const me = useMe();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} width={240}>
      <Menu.Target>
        <button type="button" className="tool wide-only">
          <span className="avatar">{initials(me.nama)}</span>
          <span className="hidden-text">
            {me.nama}, {ROLES[me.peran]}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="who-am-i">
          <b>{me.nama}</b>
          <small>
            {ROLES[me.peran]}, {shortName(me.instansi.nama)}
          </small>
        </div>
        <Menu.Item renderRoot={(props: object) => <Link to="/pengaturan" {...props} />}>Keamanan akun</Menu.Item>
        <Menu.Item onClick={signOut}>Keluar</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function ModeButton() {
  const { toggle } = useColorMode();
  return (
    <button type="button" className="tool wide-only" onClick={toggle} aria-label="Ganti terang atau gelap">
      <Icon name="mode" />
    </button>
  );
}
