import type { ReactNode } from 'react';

interface SheetProps {
  readonly title: ReactNode;
  /** The rule of order or of choice, in a few words. */
  readonly rule?: ReactNode;
  readonly end?: ReactNode;
  readonly footer?: ReactNode;
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Sheet({ title, rule, end, footer, id, className = '', children }: SheetProps) {
  return (
    <section className={`sheet ${className}`} id={id}>
      <header>
        <h2>{title}</h2>
        {rule === undefined ? null : <p>{rule}</p>}
        {end === undefined ? null : <div className="end">{end}</div>}
      </header>
      {children}
      {footer === undefined ? null : <footer>{footer}</footer>}
    </section>
  );
}
