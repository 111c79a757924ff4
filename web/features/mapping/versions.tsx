import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BookAnswer, TrialAnswer } from '#findings/contract';
import { sentenceOf } from '../../api/fault.tsx';
import { Shown } from '../../api/shown.tsx';
import { formatInstant, formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Empty } from '../../ui/instead.tsx';
import { bookQuery, confirmVersion, tryVersion } from './queries.ts';
import { Trial } from './trial.tsx';

type Version = BookAnswer['versi'][number];

/** The recipe book of an instansi: which version acts, and those that wait to be tried or confirmed. */
export function Versions({ dari, canEdit }: { readonly dari: string; readonly canEdit: boolean }) {
  const book = useQuery(bookQuery(dari));
  return (
    <Shown query={book} label="versi pemetaan">
      {({ versi }) =>
        versi.length === 0 ? (
          <Empty>Belum ada versi. Periksa kolomnya, lalu simpan sebagai versi 1.</Empty>
        ) : (
          <VersionTable dari={dari} versi={versi} canEdit={canEdit} />
        )
      }
    </Shown>
  );
}

function VersionTable({
  dari,
  versi,
  canEdit,
}: {
  readonly dari: string;
  readonly versi: readonly Version[];
  readonly canEdit: boolean;
}) {
  const client = useQueryClient();
  const [trial, setTrial] = useState<{ readonly versi: number; readonly answer: TrialAnswer }>();
  const attempt = useMutation({
    mutationFn: async (nomor: number) => setTrial({ versi: nomor, answer: await tryVersion(dari, nomor) }),
    onSettled: async () => client.invalidateQueries({ queryKey: ['buku', dari] }),
  });
  const confirm = useMutation({
    mutationFn: async (nomor: number) => confirmVersion(dari, nomor),
    onSettled: async () => client.invalidateQueries(),
  });
  const newest = versi.find(({ disahkanPada }) => disahkanPada !== null)?.versi;
  const fault = attempt.error ?? confirm.error;
  return (
    <>
      {fault === null ? null : (
        <p className="fault inside" role="alert">
          {sentenceOf(fault)}
        </p>
      )}
      <table className="ledger stack middle">
        <thead>
          <tr>
            <th scope="col">Versi</th>
            <th scope="col">Keadaan</th>
            <th scope="col" className="figure">
              Kolom
            </th>
            <th scope="col">Dibuat</th>
            <th scope="col">Catatan</th>
            <th scope="col">
              <span className="hidden-text">Tindakan</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {versi.map((one) => (
            <tr key={one.versi}>
              <td className="nowrap">
                <b>v{one.versi}</b>
              </td>
              <td>
                <State state={one.disahkanPada === null ? 'none' : 'ok'}>
                  {one.disahkanPada === null ? 'Belum disahkan' : one.versi === newest ? 'Berlaku' : 'Disahkan'}
                </State>
                {one.disahkanPada === null ? null : (
                  <small className="under dim">
                    {one.disahkanOleh}, {formatInstant(one.disahkanPada)}
                  </small>
                )}
              </td>
              <td className="figure" data-label="Kolom">
                {formatNumber(one.kolom)}
              </td>
              <td data-label="Dibuat">
                {one.pembuat}
                <small className="under dim">{formatInstant(one.dibuatPada)}</small>
              </td>
              <td className="whole">{one.catatan}</td>
              <td className="nowrap">
                {canEdit && one.disahkanPada === null ? (
                  <>
                    <button
                      type="button"
                      className="button small-button"
                      disabled={attempt.isPending}
                      onClick={() => attempt.mutate(one.versi)}
                    >
                      Coba
                    </button>{' '}
                    <button
                      type="button"
                      className="button small-button"
                      disabled={confirm.isPending}
                      onClick={() => confirm.mutate(one.versi)}
                    >
                      Sahkan
                    </button>
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {trial === undefined ? null : (
        <div className="sheet-body" role="status">
          <p>
            <b>Versi {trial.versi} pada kiriman lama</b>
          </p>
          {trial.answer.kiriman.length === 0 ? <p className="second">Tidak ada kiriman lama.</p> : null}
          <Trial trial={trial.answer} />
        </div>
      )}
    </>
  );
}
