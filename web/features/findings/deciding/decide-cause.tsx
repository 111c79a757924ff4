import type { CauseList } from '#findings/contract';
import { useCan } from '../../../api/session.ts';
import type { Scope } from '../queries.ts';
import { DecideButtons } from './decide-buttons.tsx';

interface DecideCauseProps {
  readonly scope: Scope;
  readonly cause: CauseList['sebab'][number];
}

/** Decides a whole cause at once; exceptions are decided one by one before, for what is decided is left alone. */
export function DecideCause({ scope: { instansi }, cause }: DecideCauseProps) {
  const can = useCan();
  if (instansi === undefined || !can('selisih.putuskan')) return null;
  return (
    <div className="decide" role="group" aria-label="Putuskan seluruh sebab">
      <DecideButtons
        instansi={instansi}
        pilih={{ saringan: { sebab: cause.sebab }, kecuali: [] }}
        about={cause.kalimat}
      />
    </div>
  );
}
