import './lists.css';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { View, ViewList } from '#identity/contract';
import { Icon } from '../ui/icon.tsx';
import { isSameView, type ListSearch, viewParts } from './search.ts';
import { useViewChanges, useViews } from './views.ts';

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }));

/** The list without any view. */
const ALL = { tampilan: 'semua' } as const;

export interface ViewsProps {
  readonly daftar: ViewList;
  readonly search: ListSearch;
  /** Opens an address of the list in the place of the present one; `isFirst`: before the person saw anything. */
  readonly onOpen: (search: Readonly<Record<string, string>>, isFirst: boolean) => void;
}

function useOpened({ daftar, search }: Pick<ViewsProps, 'daftar' | 'search'>) {
  const { data: views = [] } = useViews(daftar);
  const parts = viewParts(search);
  const opened = views.find(({ tampilan }) => tampilan === search.tampilan);
  const isPlain = Object.keys(parts).length === 0;
  return { views, parts, opened, isPlain, isChanged: opened !== undefined && !isSameView(opened.isi, parts) };
}

/** Views of a list as tabs: filter, columns and order under a name. The list opens with the one that the person made the usual. */
export function SavedViews({ daftar, search, onOpen }: ViewsProps) {
  const { views, opened, isPlain, isChanged } = useOpened({ daftar, search });
  const { setDefault } = useViewChanges(daftar);
  const [isManaging, setManaging] = useState(false);
  useUsualView(views, isPlain && search.tampilan === undefined, onOpen);
  if (views.length === 0) return null;
  return (
    <div className="views screen-only" role="group" aria-label="Tampilan tersimpan">
      <button type="button" aria-pressed={opened === undefined && isPlain} onClick={() => onOpen(ALL, false)}>
        Semua
      </button>
      {views.map((view) => (
        <button
          key={view.tampilan}
          type="button"
          aria-pressed={view === opened}
          title={view.milikSaya ? undefined : `Dibagikan oleh ${view.pemilik}`}
          onClick={() => onOpen({ ...view.isi, tampilan: view.tampilan }, false)}
        >
          {view.nama}
          {view === opened && isChanged ? <small> diubah</small> : null}
          {view.utama ? <span className="hidden-text">, tampilan utama</span> : null}
        </button>
      ))}
      <span className="grow" />
      {opened === undefined ? null : (
        <>
          <label className="usual">
            <input
              type="checkbox"
              checked={opened.utama}
              onChange={() => setDefault.mutate(opened.utama ? null : opened.tampilan)}
            />
            tampilan utama saya
          </label>
          {opened.milikSaya ? (
            <button type="button" className="text-button" onClick={() => setManaging(true)}>
              Atur
            </button>
          ) : null}
        </>
      )}
      {isManaging && opened !== undefined ? (
        <Suspense>
          <ViewDialog
            daftar={daftar}
            view={opened}
            parts={opened.isi}
            onClose={() => setManaging(false)}
            onGone={() => onOpen(ALL, false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Keeps what the list shows now: in the opened view where it is one's own, or under a new name. */
export function SaveView({ daftar, search, onOpen }: ViewsProps) {
  const { parts, opened, isPlain, isChanged } = useOpened({ daftar, search });
  const { change } = useViewChanges(daftar);
  const [isNaming, setNaming] = useState(false);
  const isNew = opened === undefined ? !isPlain : isChanged;
  return (
    <>
      {isChanged && opened?.milikSaya === true ? (
        <button
          type="button"
          className="button small-button"
          onClick={() => change.mutate({ tampilan: opened.tampilan, isi: parts })}
        >
          Perbarui {opened.nama}
        </button>
      ) : null}
      <button
        type="button"
        className="button small-button wide-only"
        disabled={!isNew}
        title={isNew ? 'Simpan tampilan' : 'Ubah saringan, kolom, atau urutan lebih dulu'}
        onClick={() => setNaming(true)}
      >
        <Icon name="bintang" />
        <span>
          <span className="hidden-text">Simpan </span>Tampilan
        </span>
      </button>
      {isNaming ? (
        <Suspense>
          <ViewDialog
            daftar={daftar}
            view={undefined}
            parts={parts}
            onClose={() => setNaming(false)}
            onSaved={(tampilan) => onOpen({ ...parts, tampilan }, false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** A list that is opened with nothing in its address shows the view that the person made the usual one. */
function useUsualView(views: readonly View[], isAsked: boolean, onOpen: ViewsProps['onOpen']): void {
  const isDone = useRef(false);
  const usual = views.find(({ utama }) => utama);
  useEffect(() => {
    if (!isAsked || usual === undefined || isDone.current) return;
    isDone.current = true;
    onOpen({ ...usual.isi, tampilan: usual.tampilan }, true);
  }, [isAsked, usual, onOpen]);
}
