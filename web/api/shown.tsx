import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, GreyRows, NoRight, NotThere } from '../ui/instead.tsx';
import { Held, isHeld } from './held.tsx';
import { Refusal } from './request.ts';

interface ShownProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  /** What is being loaded, for those who hear it. */
  readonly label: string;
  readonly children: (data: Data) => ReactNode;
}

/** The answer once it is there; until then grey rows, and in its place the reason where there is none. */
export function Shown<Data>({ query, label, children }: ShownProps<Data>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  if (error !== null) return <Reason error={error} onAgain={() => void refetch()} />;
  return <GreyRows label={`Memuat ${label}`} />;
}

export function Reason({ error, onAgain }: { readonly error: unknown; readonly onAgain?: () => void }) {
  if (!(error instanceof Refusal)) throw error;
  if (isHeld(error) && onAgain !== undefined) return <Held sentence={error.message} onFree={onAgain} />;
  if (error.status === 403) return <NoRight>{error.message}</NoRight>;
  if (error.status === 404) return <NotThere>{error.message}</NotThere>;
  // Pages ask by their address: it was typed, or cut short.
  if (error.status === 400) return <NotThere>Alamat ini tidak dikenal. Buka lagi dari daftar atau menunya.</NotThere>;
  return <Failed sentence={error.message} reference={error.reference} onAgain={onAgain} />;
}
