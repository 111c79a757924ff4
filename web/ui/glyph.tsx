import type { ReactNode } from 'react';

/** The closed list of states. Each has a shape of its own, and the shape always stands beside its word. */
export type StateKind = 'ok' | 'warn' | 'bad' | 'quarantine' | 'none' | 'running';

const SHAPES: Readonly<Record<StateKind, ReactNode>> = {
  ok: (
    <>
      <circle cx="7" cy="7" r="6.2" fill="currentColor" />
      <path d="M4 7.2 6.2 9.3 10 5" fill="none" stroke="var(--surface)" strokeWidth="1.7" />
    </>
  ),
  warn: (
    <>
      <path d="M7 1.3 13.2 12.500H.8z" fill="currentColor" stroke="var(--warn-ink)" strokeLinejoin="round" />
      <path d="M7 5v3.600M7 10.100v1.3" stroke="var(--on-warn)" strokeWidth="1.6" />
    </>
  ),
  bad: (
    <>
      <path d="M4.3.8h5.400l3.5 3.500v5.400l-3.5 3.500H4.300L.8 9.700V4.300z" fill="currentColor" />
      <path d="m4.7 4.7 4.6 4.600m0-4.600L4.7 9.3" stroke="var(--on-bad)" strokeWidth="1.7" />
    </>
  ),
  quarantine: (
    <>
      <rect x="1.3" y="1.3" width="11.4" height="11.4" rx="1" fill="none" stroke="currentColor" strokeWidth="1.7" />
      <path d="m3.5 10.5 7-7" stroke="currentColor" strokeWidth="1.7" />
    </>
  ),
  none: <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.9 2" />,
  running: (
    <>
      <circle cx="7" cy="7" r="5.4" fill="none" stroke="var(--line-2)" strokeWidth="2.2" />
      <path d="M7 1.600A5.4 5.4 0 0 1 12.4 7" fill="none" stroke="currentColor" strokeWidth="2.2" />
    </>
  ),
};

export function Glyph({ state }: { readonly state: StateKind }) {
  return (
    <svg className={`glyph ${state}`} viewBox="0 0 14 14" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}

/** Glyph and word: no state is told by its colour alone. */
export function State({ state, children }: { readonly state: StateKind; readonly children: ReactNode }) {
  return (
    <span className="state">
      <Glyph state={state} />
      <span>{children}</span>
    </span>
  );
}
