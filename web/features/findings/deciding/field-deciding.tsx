import { useCan } from '../../../api/session.ts';
import { DecideButtons } from './decide-buttons.tsx';
import type { SeenCase } from './queries.ts';
import { Standing } from './standing.tsx';

interface FieldDecidingProps {
  readonly instansi: number;
  /** Undefined until it is known. */
  readonly standing: SeenCase | undefined;
  readonly about: string;
}

/** Where a difference of one person stands, and what may be decided about it. */
export function FieldDeciding({ instansi, standing, about }: FieldDecidingProps) {
  const can = useCan();
  if (standing === undefined) return null;
  const { orang, bidang, versi } = standing;
  return (
    <>
      <Standing standing={standing} />
      {can('selisih.putuskan') ? (
        <span className="field-choices" role="group" aria-label={`Putuskan ${about}`}>
          <DecideButtons isSmall instansi={instansi} pilih={{ perkara: [{ orang, bidang, versi }] }} about={about} />
        </span>
      ) : null}
    </>
  );
}
