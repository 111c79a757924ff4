import './identity.css';
import { ROLES } from '#identity/contract';
import { shortName, useMe } from '../../api/session.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PasskeysSheet } from './passkeys-sheet.tsx';
import { PasswordSheet } from './password-sheet.tsx';
import { ProviderSheet } from './provider-sheet.tsx';
import { RemindersSheet } from './reminders-sheet.tsx';
import { SecondFactorSheet } from './second-factor-sheet.tsx';
import { SessionsSheet } from './sessions-sheet.tsx';
import { SettingsTabs } from './settings-tabs.tsx';

const DEMANDS = {
  'ganti-sandi': 'Ganti kata sandi pertama Anda. Halaman lain terbuka sesudahnya.',
  'faktor-kedua': 'Pasang faktor kedua: aplikasi kode atau kunci sandi. Halaman lain terbuka sesudahnya.',
} as const;

/** One's own security: password, second factor, passkeys, sessions. */
export function SecurityPage() {
  const me = useMe();
  return (
    <>
      <PageHead
        title="Pengaturan"
        said={`${me.nama} (${me.namaPengguna}), ${ROLES[me.peran]}, ${shortName(me.instansi.nama)}.`}
      />
      {me.wajib === null ? (
        <SettingsTabs />
      ) : (
        <div className="note warn" role="status">
          <Glyph state="warn" />
          <div>{DEMANDS[me.wajib]}</div>
        </div>
      )}
      <div className="columns security">
        {me.wajib === 'faktor-kedua' ? null : <PasswordSheet />}
        {me.wajib === 'ganti-sandi' ? null : <SecondFactorSheet />}
      </div>
      {me.wajib === 'ganti-sandi' ? null : <PasskeysSheet />}
      {me.wajib === null ? <ProviderSheet /> : null}
      {me.wajib === null ? <RemindersSheet /> : null}
      {me.wajib === null ? <SessionsSheet /> : null}
    </>
  );
}
