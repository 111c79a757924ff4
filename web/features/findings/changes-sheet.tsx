import { useQuery } from '@tanstack/react-query';
import { CHANGE_KINDS, type ChangeKind } from '#findings/contract';
import { Shown } from '../../api/shown.tsx';
import { formatDay } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { OpenFigure } from '../../ui/opens.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { changesQuery } from './queries.ts';

/** Kinds of change, and what each means. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, readonly [word: string, meaning: string]>> = {
  baru: ['Selisih baru', 'Selisih yang belum ada pada kiriman lalu'],
  terkoreksi: ['Terkoreksi', 'Selisih pada kiriman lalu yang nilainya sekarang sama'],
  hilang: ['Orangnya hilang', 'Selisih pada kiriman lalu yang orangnya tidak lagi berpasangan'],
};

/** Sejak kiriman lalu: which differences appeared, were corrected, or went. */
export function ChangesSheet({ instansi }: { readonly instansi: number }) {
  const changes = useQuery(changesQuery(instansi));
  const since = changes.data?.sejak ?? null;
  return (
    <Sheet title="Sejak kiriman lalu" end={since === null ? undefined : `data per ${formatDay(since)}`}>
      <Shown query={changes} label="perubahan selisih">
        {({ jumlah }) =>
          jumlah === null ? (
            <Empty>Belum ada kiriman sebelumnya untuk dibandingkan.</Empty>
          ) : (
            <table className="sum-table">
              <tbody>
                {CHANGE_KINDS.map((jenis) => (
                  <tr key={jenis}>
                    <th scope="row" title={CHANGE_WORDS[jenis][1]}>
                      {CHANGE_WORDS[jenis][0]}
                    </th>
                    <td>
                      <OpenFigure
                        to="/selisih/perubahan"
                        search={{ jenis }}
                        count={jumlah[jenis]}
                        of={`selisih: ${CHANGE_WORDS[jenis][0]}`}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Shown>
    </Sheet>
  );
}
