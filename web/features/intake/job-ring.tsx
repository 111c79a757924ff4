import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/session.ts';
import { formatNumber } from '../../ui/format.ts';
import { deliveriesQuery, deliveryQuery } from './queries.ts';
import { useUploads } from './upload.ts';
import { DELIVERY_WORDS, isAtWork } from './words.ts';

/** Running jobs in the bar: an upload of this browser, or what the portal works on for the own instansi. */
export function JobRing() {
  const me = useMe();
  const upload = useUploads().find(({ state }) => state === 'mengirim' || state === 'menyiapkan');
  const { data } = useQuery(deliveriesQuery(me.instansi.instansi));
  const running = data?.kiriman.find(({ keadaan }) => isAtWork(keadaan));
  const detail = useQuery({
    ...deliveryQuery(running?.instansi ?? 0, running?.kiriman ?? ''),
    enabled: running !== undefined,
  });
  if (upload !== undefined) {
    const share = upload.size === 0 ? 0 : upload.sent / upload.size;
    return (
      <Link className="tool wide-only" to="/kiriman/kirim">
        <Ring share={share} />
        Mengunggah {percent(share)}
      </Link>
    );
  }
  if (running === undefined) return null;
  const job = detail.data?.pekerjaan;
  const share = job === undefined || job === null || job.dari === 0 ? 0 : job.selesai / job.dari;
  return (
    <Link
      className="tool wide-only"
      to="/kiriman/$dari/$kiriman"
      params={{ dari: String(running.instansi), kiriman: running.kiriman }}
    >
      <Ring share={share} />
      {DELIVERY_WORDS[running.keadaan][1]} {percent(share)}
    </Link>
  );
}

const percent = (share: number): string => `${formatNumber(Math.round(share * 100))}%`;

function Ring({ share }: { readonly share: number }) {
  // The property carries the share into the gradient of the ring.
  return <span className="ring" style={{ ['--part' as string]: percent(share) }} aria-hidden="true" />;
}
