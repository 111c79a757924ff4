import { useMutation } from '@tanstack/react-query';
import { type AuditVerification, auditVerification } from '#identity/contract';
import { ask } from '../../api/request.ts';
import { useInstansiName } from '../../api/session.ts';
import { Reason } from '../../api/shown.tsx';
import { formatInstant, formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Recomputing every chain on demand: one changed letter anywhere is found. */
export function useVerification() {
  return useMutation({ mutationFn: async () => ask(auditVerification, 'audit/periksa') });
}

/** What the last verification found: how many events, how long, and the place of each break. */
export function VerificationSheet({ check }: { readonly check: ReturnType<typeof useVerification> }) {
  if (check.error !== null)
    return (
      <Sheet title="Verifikasi rantai">
        <Reason error={check.error} onAgain={() => check.mutate()} />
      </Sheet>
    );
  if (check.data === undefined) return null;
  const { peristiwa, rantai, detik, pada, putus } = check.data;
  return (
    <Sheet
      title="Verifikasi rantai"
      rule={formatInstant(pada)}
      end={putus.length === 0 ? <State state="ok">Utuh</State> : <State state="bad">Putus</State>}
    >
      <p className="sheet-body" role="status">
        {`${formatNumber(peristiwa)} peristiwa dalam ${formatNumber(rantai)} rantai diperiksa dalam ${detik.toLocaleString('id-ID', { maximumFractionDigits: 1 })} detik: `}
        {putus.length === 0
          ? 'tidak ada yang berubah, hilang, atau disisipkan.'
          : `${formatNumber(putus.length)} rantai tidak seperti yang ditulis. Laporkan kepada pengelola portal; jangan hapus apa pun.`}
      </p>
      {putus.length === 0 ? null : <Breaks putus={putus} />}
    </Sheet>
  );
}

const MEANINGS: Readonly<Record<string, string>> = {
  'isi berubah': 'Isi peristiwa ini diubah sesudah dicatat.',
  'sambungan putus': 'Peristiwa ini, atau yang tepat sebelumnya, diganti atau disisipkan.',
  'nomor hilang': 'Peristiwa tepat sebelum nomor ini dihapus.',
  'ujung terpotong': 'Peristiwa pada atau sesudah nomor ini dihapus dari ujung rantai.',
};

function Breaks({ putus }: Pick<AuditVerification, 'putus'>) {
  const nameOf = useInstansiName();
  return (
    <table className="ledger stack middle">
      <thead>
        <tr>
          <th scope="col">Rantai</th>
          <th scope="col" className="figure">
            Putus pada peristiwa
          </th>
          <th scope="col">Arti</th>
        </tr>
      </thead>
      <tbody>
        {putus.map(({ instansi, nomor, sebab }) => (
          <tr key={instansi}>
            <td className="whole">{nameOf(instansi)}</td>
            <td className="figure" data-label="Putus pada peristiwa">
              {formatNumber(nomor)}
            </td>
            <td className="whole">{MEANINGS[sebab] ?? sebab}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
