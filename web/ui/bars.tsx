import type { ReactNode } from 'react';

export interface Bar {
  readonly key: string;
  /** The name, as a link where it opens something; give it the class `name`. */
  readonly name: ReactNode;
  readonly value: number;
  readonly figure: ReactNode;
}

/** Thin bars under their names, the figure at the right. */
export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className="bars">
      {bars.map(({ key, name, value, figure }) => (
        <li key={key}>
          {name}
          {figure}
          <span className="track">
            <i style={{ width: `${(value / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
