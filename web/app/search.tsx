import './search.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { governmentsOf, instansiQuery, seesAll, shortName, useCan, useMe } from '../api/session.ts';
import { searchQuery, useScope } from '../features/findings/queries.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Nip } from '../ui/nip.tsx';
import { entriesFor, maySearchPeople } from './entries.ts';
import { useColorMode, useSignOut } from './person-menu.tsx';

/** Something that can be gone to or done. */
interface Hit {
  readonly key: string;
  /** What it is, in a word. */
  readonly kind: string;
  /** By what it is found, and what is shown where there is nothing more to show. */
  readonly words: string;
  readonly icon: IconName;
  readonly shown?: ReactNode;
  readonly keys?: readonly string[];
  readonly go: () => Promise<void>;
}

interface SearchProps {
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

/** Ctrl K: people by NIP or name, the pages of the portal, what can be done, and whose data are shown. */
export function Search({ onClose, onKeys }: SearchProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const hits = useHits(text, onKeys);
  const promise = usePromise();
  const chosen = hits[Math.min(at, hits.length - 1)];
  const go = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    onClose();
    void hit.go();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') go(chosen);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    setAt(Math.min(Math.max(at + step, 0), hits.length - 1));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset={64}
      transitionProps={{ duration: 0 }}
      title={undefined}
      aria-label="Cari"
    >
      <div className="search">
        <label className="search-field">
          <Icon name="cari" />
          <span className="hidden-text">{promise}</span>
          <input
            data-autofocus
            role="combobox"
            aria-expanded="true"
            aria-controls="hasil-cari"
            aria-activedescendant={chosen === undefined ? undefined : `hasil-${hits.indexOf(chosen)}`}
            autoComplete="off"
            placeholder={promise}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <kbd>Esc</kbd>
        </label>
        <ul id="hasil-cari" role="listbox" aria-label="Hasil">
          {hits.map((hit, place) => (
            // The keyboard works from the field above.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={hit.key}
              id={`hasil-${place}`}
              ref={hit === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              role="option"
              tabIndex={-1}
              aria-selected={hit === chosen}
              onClick={() => go(hit)}
            >
              <Icon name={hit.icon} />
              <span className="grow">{hit.shown ?? hit.words}</span>
              {hit.keys === undefined || hit.keys.length === 0 ? (
                <span className="dim small">{hit.kind}</span>
              ) : (
                <span>
                  {hit.keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              )}
            </li>
          ))}
        </ul>
        {hits.length === 0 ? (
          <p className="nothing">
            Tidak ada yang cocok dengan "{text}". Cari dengan {promise}.
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

/** What may be searched: names of people only by those who may see them. */
function usePromise(): string {
  return maySearchPeople(useMe()) ? 'NIP, nama, menu, atau perintah' : 'menu atau perintah';
}

function useHits(text: string, onKeys: () => void): readonly Hit[] {
  const people = usePeopleHits(text);
  const pages = usePageHits();
  const commands = useCommandHits(onKeys);
  const places = useInstansiHits();
  const word = text.trim().toLowerCase();
  // Names of 36 governments only once somebody writes one.
  const named = [...pages, ...commands, ...(word === '' ? [] : places)];
  const placeOf = ({ words }: Hit): number => Math.sign(words.toLowerCase().indexOf(word));
  // What begins with the text comes before what only holds it.
  const found = named.filter((hit) => placeOf(hit) >= 0).toSorted((a, b) => placeOf(a) - placeOf(b));
  return [...people, ...found];
}

function usePeopleHits(text: string): readonly Hit[] {
  const navigate = useNavigate();
  const me = useMe();
  const { instansi } = useScope();
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery({
    ...searchQuery(asked, instansi),
    enabled: asked.length >= 3 && maySearchPeople(me),
    placeholderData: keepPreviousData,
  });
  return (asked.length < 3 ? [] : (data?.orang ?? [])).map((person) => ({
    key: `${person.instansi}-${person.orang}`,
    kind: 'Orang',
    words: person.nama,
    icon: 'pegawai',
    shown: (
      <>
        {person.nama}
        <small className="dim">
          <Nip value={person.nip} /> · {person.jabatan ?? 'tanpa jabatan'} · {shortName(person.namaInstansi)}
        </small>
      </>
    ),
    go: async () =>
      navigate({ to: '/pegawai/$dari/$orang', params: { dari: String(person.instansi), orang: person.orang } }),
  }));
}

function usePageHits(): readonly Hit[] {
  const navigate = useNavigate();
  return entriesFor(useMe())
    .flat()
    .map(({ to, word, icon, key }) => ({
      key: to,
      kind: 'Halaman',
      words: word,
      icon,
      keys: key === undefined ? [] : ['G', key.toUpperCase()],
      go: async () => navigate({ to }),
    }));
}

function useCommandHits(onKeys: () => void): readonly Hit[] {
  const navigate = useNavigate();
  const can = useCan();
  const { toggle } = useColorMode();
  const signOut = useSignOut();
  const command = (words: string, icon: IconName, go: () => unknown, keys: readonly string[] = []): Hit => ({
    key: words,
    kind: 'Perintah',
    words,
    icon,
    keys,
    go: async () => {
      await go();
    },
  });
  return [
    ...(can('kiriman.kirim') ? [command('Kirim data', 'unggah', async () => navigate({ to: '/kiriman/kirim' }))] : []),
    command('Ganti terang atau gelap', 'mode', toggle),
    command('Cetak halaman ini', 'cetak', () => requestAnimationFrame(() => window.print())),
    command('Pintasan papan ketik', 'papan', onKeys, ['?']),
    command('Keluar dari portal', 'tutup', signOut),
  ];
}

/** Whose data are shown, for those who see all. */
function useInstansiHits(): readonly Hit[] {
  const me = useMe();
  const navigate = useNavigate();
  const { data: all = [] } = useQuery({ ...instansiQuery, enabled: seesAll(me) });
  const choose = async (instansi: number | undefined): Promise<void> =>
    navigate({ to: '.', search: (before) => ({ ...before, instansi }) });
  if (!seesAll(me)) return [];
  return [
    { key: 'semua-instansi', kind: 'Instansi', words: 'Semua instansi', icon: 'daftar', go: () => choose(undefined) },
    ...governmentsOf(all).map<Hit>(({ instansi, nama }) => ({
      key: `instansi-${instansi}`,
      kind: 'Instansi',
      words: shortName(nama),
      icon: 'daftar',
      go: () => choose(instansi),
    })),
  ];
}
