import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useMe } from '../api/session.ts';
import { Bar, PrintFoot } from './bar.tsx';
import { entriesFor } from './entries.ts';
import { isLetter } from '../ui/letters.ts';
import { ToastProvider } from '../ui/toasts.tsx';
import { NamesBeside } from './names-beside.tsx';
import { Rail, TabBar } from './rail.tsx';

const loadSearch = async () => ({ default: (await import('./search.tsx')).Search });
const SearchDialog = lazy(loadSearch);
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));

/** The frame around every page. */
export function Shell() {
  const [isSearching, setSearching] = useState(false);
  const [isAskingKeys, setAskingKeys] = useState(false);
  useKeys({ search: () => setSearching(true), keys: () => setAskingKeys(true) });
  useFocusOnPageChange();
  // Whoever presses Ctrl K types on at once.
  useEffect(() => {
    const timer = setTimeout(() => void loadSearch(), 1_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <ToastProvider>
      <a className="skip" href="#isi">
        Langsung ke isi
      </a>
      <div className="frame">
        <Rail />
        <Bar onSearch={() => setSearching(true)} />
        <main id="isi" tabIndex={-1}>
          <NamesBeside>
            <Outlet />
          </NamesBeside>
        </main>
      </div>
      <TabBar />
      <PrintFoot />
      {isSearching ? (
        <Suspense>
          <SearchDialog onClose={() => setSearching(false)} onKeys={() => setAskingKeys(true)} />
        </Suspense>
      ) : null}
      {isAskingKeys ? (
        <Suspense>
          <KeysDialog onClose={() => setAskingKeys(false)} />
        </Suspense>
      ) : null}
    </ToastProvider>
  );
}

interface Openers {
  readonly search: () => void;
  readonly keys: () => void;
}

/**
 * Ctrl K searches everywhere; / in the list of the page, or everywhere where there is none; ? tells the keys; G and a letter goes to a
 * page. Letters work only while no field has the focus.
 */
function useKeys({ search, keys }: Openers): void {
  const me = useMe();
  const navigate = useNavigate();
  const waitsForLetter = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        search();
        return;
      }
      if (!isLetter(event)) return;
      if (event.key === '/') {
        event.preventDefault();
        const field = document.querySelector<HTMLInputElement>('[data-list-search]');
        if (field === null) search();
        else {
          field.focus();
          field.select();
        }
      } else if (event.key === '?') {
        keys();
      } else if (waitsForLetter.current) {
        const entry = entriesFor(me)
          .flat()
          .find(({ key }) => key === event.key.toLowerCase());
        if (entry !== undefined) void navigate({ to: entry.to });
      }
      waitsForLetter.current = event.key === 'g';
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

/** After going to another page the reading goes on at its top, for ears as for eyes. */
function useFocusOnPageChange(): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const last = useRef(path);
  useEffect(() => {
    if (last.current !== undefined && last.current !== path)
      document.getElementById('isi')?.focus({ preventScroll: true });
    last.current = path;
  }, [path]);
}
