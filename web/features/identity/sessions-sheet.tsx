import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionList } from '#identity/contract';
import { ask, tell } from '../../api/request.ts';
import { Reason, Shown } from '../../api/shown.tsx';
import { formatInstant } from '../../ui/format.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { browserName } from './browser-name.ts';

/** Where the account is signed in; each place can be ended from here. */
export function SessionsSheet() {
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: ['sesi'],
    queryFn: async ({ signal }) => ask(sessionList, 'saya/sesi', { signal }),
  });
  const end = useMutation({
    mutationFn: async (sesi: string) => tell(`saya/sesi/${encodeURIComponent(sesi)}`, { method: 'DELETE' }),
    onSettled: async () => client.invalidateQueries({ queryKey: ['sesi'] }),
  });
  return (
    <Sheet title="Sesi" rule="peramban yang sedang masuk dengan akun ini">
      {end.error === null ? null : <Reason error={end.error} />}
      <Shown query={sessions} label="sesi">
        {({ sesi }) => (
          <table className="ledger stack middle">
            <thead>
              <tr>
                <th scope="col">Peramban</th>
                <th scope="col">Masuk</th>
                <th scope="col">Terakhir dipakai</th>
                <th scope="col">
                  <span className="hidden-text">Tindakan</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sesi.map((one) => (
                <tr key={one.sesi}>
                  <td className="whole">{browserName(one.peramban)}</td>
                  <td data-label="Masuk">{formatInstant(one.masukPada)}</td>
                  <td data-label="Terakhir dipakai">{formatInstant(one.terakhirPada)}</td>
                  <td className="figure whole">
                    {one.sesiIni ? (
                      <span className="tag">sesi ini</span>
                    ) : (
                      <button
                        type="button"
                        className="button small-button"
                        disabled={end.isPending}
                        onClick={() => end.mutate(one.sesi)}
                        aria-label={`Akhiri sesi ${browserName(one.peramban)}`}
                      >
                        Akhiri
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </Sheet>
  );
}
