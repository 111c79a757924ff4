import { type ReactNode, useState } from 'react';
import { useMe } from '../api/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { areLettersOn, setLetters } from '../ui/letters.ts';
import { entriesFor } from './entries.ts';

/** Every key of the portal; the single letters can be switched off. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const me = useMe();
  const [isOn, setOn] = useState(areLettersOn);
  const pages = entriesFor(me)
    .flat()
    .filter(({ key }) => key !== undefined);
  return (
    <Dialog title="Pintasan papan ketik" isOpen onClose={onClose}>
      <h3>Di mana saja</h3>
      <dl className="keys">
        <Key keys={['Ctrl', 'K']}>cari orang, halaman, dan perintah</Key>
        <Key keys={['/']}>cari dalam daftar; tanpa daftar, cari di mana saja</Key>
        {pages.map(({ to, key, word }) => (
          <Key key={to} keys={['G', key?.toUpperCase() ?? '']}>
            ke {word}
          </Key>
        ))}
        <Key keys={['?']}>daftar ini</Key>
      </dl>
      <h3>Dalam daftar</h3>
      <dl className="keys">
        <Key keys={['J', 'K']}>baris berikutnya, sebelumnya; juga dengan panah</Key>
        <Key keys={['Enter']}>buka</Key>
        <Key keys={['X']}>pilih baris; juga dengan Spasi</Key>
        <Key keys={['Shift', 'X']}>pilih dari baris terakhir sampai baris ini</Key>
        <Key keys={['Ctrl', 'A']}>pilih semua baris yang tampil</Key>
        <Key keys={['Esc']}>lepaskan pilihan, tutup panel</Key>
      </dl>
      <label className="letters">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target: { checked } }) => {
            setLetters(checked);
            setOn(checked);
          }}
        />{' '}
        Pakai pintasan satu huruf di peramban ini
      </label>
    </Dialog>
  );
}

function Key({ keys, children }: { readonly keys: readonly string[]; readonly children: ReactNode }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </>
  );
}
