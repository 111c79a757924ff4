import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCan } from '../../../api/session.ts';
import { formatNumber } from '../../../ui/format.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { waitingQuery } from './queries.ts';

/** What waits for one's own second pair of eyes: nothing else of the day holds up so many. */
export function WaitingDecisions({ instansi }: { readonly instansi: number }) {
  const can = useCan();
  const { data } = useQuery({ ...waitingQuery(instansi), enabled: can('selisih.sahkan') });
  const waiting = data?.keputusan.filter(({ boleh }) => boleh.includes('sahkan')) ?? [];
  if (waiting.length === 0) return null;
  const differences = waiting.reduce((sum, { perkara }) => sum + perkara, 0);
  return (
    <div className="note warn">
      <Glyph state="warn" />
      <div role="status">
        {formatNumber(waiting.length)} keputusan atas {formatNumber(differences)} selisih menunggu pengesahan Anda.
      </div>
      <div className="actions">
        <Link className="button main" to="/selisih" search={{ susun: 'keputusan' }}>
          Lihat keputusan
        </Link>
      </div>
    </div>
  );
}
