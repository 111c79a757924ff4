import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BaseRequest, WorkbenchAnswer } from '#findings/contract';
import { Fault } from '../../api/fault.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Select } from './field-select.tsx';
import { changeBase, type Place, workbenchQuery } from './queries.ts';

interface NotesProps {
  readonly place: Place;
  readonly workbench: WorkbenchAnswer;
  readonly canEdit: boolean;
  readonly onBase: () => void;
}

/** What a person should know before mapping: why nobody could be read, what is asked, what others with the same structure confirmed. */
export function Notes({ place, workbench, canEdit, onBase }: NotesProps) {
  const client = useQueryClient();
  const base = useMutation({
    mutationFn: async (request: BaseRequest) => changeBase(place, request),
    onSuccess: (answer) => {
      client.removeQueries({ queryKey: ['pratinjau', place.dari, place.kiriman] });
      client.setQueryData(workbenchQuery(place).queryKey, answer);
      onBase();
    },
  });
  const mayBegin = canEdit && (workbench.keadaan === 'diperiksa' || workbench.keadaan === 'ditolak');
  return (
    <>
      <Refused workbench={workbench} />
      <Offer workbench={workbench} canTake={mayBegin} take={base} />
      <Asked workbench={workbench} />
      {mayBegin && workbench.sebabDitolak !== null && workbench.tabelLain.length > 0 ? (
        <div className="rule-column">
          <Select
            label="Tabel pegawai"
            value={workbench.tabel}
            options={[workbench.tabel, ...workbench.tabelLain]}
            disabled={base.isPending}
            onChange={(tabel) => base.mutate({ tabel })}
          />
        </div>
      ) : null}
      <Fault error={base.error} />
    </>
  );
}

/** Why the delivery was refused; mapping it is the way on. */
function Refused({ workbench: { sebabDitolak } }: { readonly workbench: WorkbenchAnswer }) {
  if (sebabDitolak === null) return null;
  return (
    <div className="note bad" role="status">
      <Glyph state="bad" />
      <div>
        <b>Berkas ini belum dapat dibaca.</b> {sebabDitolak}
        <p>
          Tunjukkan sendiri kolomnya: sekurangnya NIP, NIP lama, atau NIK, atau nama dan tanggal lahir. Sesudah
          disahkan, berkas ini diperiksa lagi.
        </p>
      </div>
    </div>
  );
}

interface OfferProps {
  readonly workbench: WorkbenchAnswer;
  readonly canTake: boolean;
  readonly take: {
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly mutate: (request: BaseRequest) => void;
  };
}

/** What other instansi with the same structure confirmed: their recipe, never their data. */
function Offer({ workbench: { tawaran }, canTake, take }: OfferProps) {
  const [isOpen, setOpen] = useState(false);
  if (tawaran === null) return null;
  const { instansi, kolom, kode } = tawaran;
  return (
    <div className="note" role="status">
      <Glyph state="none" />
      <div>
        <b>Struktur ini sama dengan milik {formatNumber(instansi)} instansi lain.</b> Pakai pemetaan mereka? Yang
        diambil hanya arti kolomnya, {formatNumber(kolom)} kolom. Arti kode diambil bila terbukti pada pegawai Anda
        sendiri.
      </div>
      {canTake ? (
        <div className="actions">
          <button type="button" className="button small-button" onClick={() => setOpen(true)}>
            Lihat dan pakai
          </button>
        </div>
      ) : null}
      <Dialog title="Pakai pemetaan instansi lain?" isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="form">
          <p className="second">
            Pemetaan di layar ini diganti dengan yang disahkan instansi lain untuk struktur yang sama. Belum ada yang
            berlaku sebelum Anda menyimpan dan mengesahkannya. Data pegawai mereka tidak ikut.
          </p>
          {kode.length === 0 ? null : (
            <details>
              <summary>Kode yang mereka pakai, dengan jumlah pegawainya</summary>
              <div className="table-window" role="region" aria-label="Kode instansi lain" tabIndex={0}>
                <table className="ledger dense">
                  <thead>
                    <tr>
                      <th scope="col">Kolom</th>
                      <th scope="col">Kode</th>
                      <th scope="col">Arti</th>
                      <th scope="col" className="figure">
                        Orang
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {kode.map((one) => (
                      <tr key={`${one.kolom} ${one.kode}`}>
                        <td className="mono">{one.kolom}</td>
                        <td className="mono">{one.kode}</td>
                        <td>{one.arti}</td>
                        <td className="figure">{formatNumber(one.dukungan)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </details>
          )}
          <Fault error={take.error} />
          <div className="form-actions">
            <button type="button" className="button" onClick={() => setOpen(false)}>
              Jangan
            </button>
            <button
              type="button"
              className="button main"
              disabled={take.isPending}
              onClick={() => take.mutate({ tawaran: true })}
            >
              {take.isPending ? 'Mengambil ...' : 'Pakai pemetaan mereka'}
            </button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}

/** What the recipe book asks about a structure that drifted. */
function Asked({ workbench: { struktur } }: { readonly workbench: WorkbenchAnswer }) {
  if (struktur.ditanyakan.length === 0) return null;
  return (
    <div className="note warn" role="status">
      <Glyph state="warn" />
      <div>
        <b>
          {struktur.versi === null ? '' : `Pemetaan versi ${struktur.versi} dipakai; `}
          {formatNumber(struktur.ditanyakan.length)} hal perlu dijawab.
        </b>
        <ul className="asked">
          {struktur.ditanyakan.map(({ kolom, kalimat }) => (
            <li key={`${kolom} ${kalimat}`}>{kalimat}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
