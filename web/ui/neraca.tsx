import './neraca.css';
import type { ReactNode } from 'react';
import { Glyph } from './glyph.tsx';

interface NeracaProps {
  readonly simpeg: ReactNode;
  readonly simpegOnly: ReactNode;
  readonly paired: ReactNode;
  readonly agreed: ReactNode;
  readonly agreedShare: string;
  readonly differing: ReactNode;
  readonly differingShare: string;
  readonly bkn: ReactNode;
  readonly bknOnly: ReactNode;
}

/** Do the two sets match: each side with those whom only it has, between them who is in both. */
export function Neraca(figures: NeracaProps) {
  return (
    <section className="neraca" aria-label="Neraca orang: Simpeg dan BKN">
      <dl className="side">
        <dt className="source simpeg">Simpeg</dt>
        <dd>{figures.simpeg}</dd>
        <dt>hanya di Simpeg</dt>
        <dd>{figures.simpegOnly}</dd>
      </dl>
      <dl className="both">
        <div>
          <dt>Berpasangan</dt>
          <dd>{figures.paired}</dd>
        </div>
        <div>
          <dt>
            <Glyph state="ok" />
            Selaras
          </dt>
          <dd>
            {figures.agreed} <small>{figures.agreedShare}</small>
          </dd>
        </div>
        <div>
          <dt>
            <Glyph state="warn" />
            Berselisih
          </dt>
          <dd>
            {figures.differing} <small>{figures.differingShare}</small>
          </dd>
        </div>
      </dl>
      <dl className="side">
        <dt className="source bkn">BKN</dt>
        <dd>{figures.bkn}</dd>
        <dt>hanya di BKN</dt>
        <dd>{figures.bknOnly}</dd>
      </dl>
    </section>
  );
}
