import { useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { type NamesAsked, NamesOpener } from '../ui/opens.tsx';

const NamesPanel = lazy(async () => ({ default: (await import('../features/findings/names-panel.tsx')).NamesPanel }));

/** Lists whose addresses name people. */
const LISTS: ReadonlySet<string> = new Set(['/pegawai', '/selisih']);

/** Figures on any page open their names in a panel beside it, until the page changes. */
export function NamesBeside({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<NamesAsked>();
  const open = useCallback((next: NamesAsked): boolean => {
    if (!LISTS.has(new URL(next.href, location.origin).pathname)) return false;
    setAsked(next);
    return true;
  }, []);
  const place = useRouterState({ select: ({ location: { href } }) => href });
  useEffect(() => setAsked(undefined), [place]);
  return (
    <NamesOpener value={open}>
      {children}
      {asked === undefined ? null : (
        <Suspense>
          <NamesPanel asked={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </NamesOpener>
  );
}
