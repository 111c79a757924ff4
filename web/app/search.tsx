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
import { shortName, useCan, useMe } from '../api/session.ts';
import { searchQuery, useScope } from '../features/findings/queries.ts';
import { Icon } from '../ui/icon.tsx';
import { Nip } from '../ui/nip.tsx';
import { entriesFor } from './entries.ts';

interface Hit {
  readonly key: string;
  readonly shown: ReactNode;
  readonly go: () => Promise<void>;
}

/** Ctrl K: people by NIP or name, and the pages of the portal. */
export function Search({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const hits = useHits(text);
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
          <span className="hidden-text">NIP, nama, atau menu</span>
          <input
            data-autofocus
            role="combobox"
            aria-expanded="true"
            aria-controls="hasil-cari"
            aria-activedescendant={chosen === undefined ? undefined : `hasil-${chosen.key}`}
            autoComplete="off"
            placeholder="NIP, nama, atau menu"
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
          {hits.map((hit) => (
            // The keyboard works from the field above.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={hit.key}
              id={`hasil-${hit.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={hit === chosen}
              onClick={() => go(hit)}
            >
              {hit.shown}
            </li>
          ))}
        </ul>
        {hits.length === 0 ? (
          <p className="nothing">Tidak ada yang cocok dengan "{text}". Cari dengan 18 angka NIP atau sebagian nama.</p>
        ) : null}
      </div>
    </Modal>
  );
}

function useHits(text: string): readonly Hit[] {
  const navigate = useNavigate();
  const me = useMe();
  const can = useCan();
  const { instansi } = useScope();
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery({
    ...searchQuery(asked, instansi),
    enabled: asked.length >= 3 && can('pegawai.lihat'),
    placeholderData: keepPreviousData,
  });
  const word = text.trim().toLowerCase();
  const pages = entriesFor(me)
    .flat()
    .filter((entry) => entry.word.toLowerCase().includes(word))
    .map<Hit>((entry) => ({
      key: entry.word,
      shown: (
        <>
          <Icon name={entry.icon} />
          <span className="grow">{entry.word}</span>
          {entry.key === undefined ? null : (
            <span>
              <kbd>G</kbd> <kbd>{entry.key.toUpperCase()}</kbd>
            </span>
          )}
        </>
      ),
      go: async () => navigate({ to: entry.to }),
    }));
  const people = asked.length < 3 ? [] : (data?.orang ?? []);
  return [
    ...people.map<Hit>((person) => ({
      key: `${person.instansi}-${person.orang}`,
      shown: (
        <>
          <Icon name="pegawai" />
          <span className="grow">
            {person.nama}
            <small className="dim">
              <Nip value={person.nip} /> · {person.jabatan ?? 'tanpa jabatan'} · {shortName(person.namaInstansi)}
            </small>
          </span>
        </>
      ),
      go: async () =>
        navigate({ to: '/pegawai/$dari/$orang', params: { dari: String(person.instansi), orang: person.orang } }),
    })),
    ...pages,
  ];
}
