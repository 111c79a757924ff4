import './intake.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { DeliveryDetail } from '#intake/contract';
import { useCan } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { Bars } from '../../ui/bars.tsx';
import { formatBytes, formatDay, formatInstant, formatNumber } from '../../ui/format.ts';
import { Glyph, State, type StateKind } from '../../ui/glyph.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ChangedPeople } from './changed-people.tsx';
import { DeliveryActions, useDeliveryStep } from './delivery-actions.tsx';
import { Consequence, Rows } from './delivery-figures.tsx';
import { Quarantine } from './quarantine.tsx';
import { Structure } from './structure.tsx';
import { deliveryQuery } from './queries.ts';
import { DELIVERY_WORDS, GATE_RESULTS, GATE_WORDS, isAtWork, isRunning } from './words.ts';

/** One delivery: checked before it is published, and what publishing did. */
export function DeliveryPage() {
  const { dari, kiriman } = useParams({ from: '/portal/kiriman/$dari/$kiriman' });
  const delivery = useQuery(deliveryQuery(dari, kiriman));
  const { data } = delivery;
  useFreshFigures(data?.keadaan);
  return (
    <>
      <PageHead
        title={data === undefined ? 'Kiriman' : titleOf(data)}
        crumb={
          <>
            <Link to="/kiriman">Kiriman</Link>
            {data === undefined ? '' : ` / ${data.per === null ? data.namaBerkas : formatDay(data.per)}`}
          </>
        }
        said={data === undefined ? undefined : <Said delivery={data} />}
        actions={data === undefined ? undefined : <DeliveryActions delivery={data} />}
      />
      <Shown query={delivery} label="kiriman">
        {(detail) => <Detail delivery={detail} />}
      </Shown>
    </>
  );
}

/** When a delivery reaches another state, figures and lists elsewhere on the screen are no longer true. */
function useFreshFigures(keadaan: DeliveryDetail['keadaan'] | undefined): void {
  const client = useQueryClient();
  const last = useRef(keadaan);
  useEffect(() => {
    if (last.current !== undefined && keadaan !== last.current) void client.invalidateQueries();
    last.current = keadaan;
  }, [keadaan, client]);
}

function titleOf({ keadaan }: DeliveryDetail): string {
  if (keadaan === 'diperiksa' || keadaan === 'memeriksa' || keadaan === 'diterima') return 'Periksa sebelum terbit';
  return keadaan === 'menerbitkan' ? 'Menerbitkan' : `Kiriman ${DELIVERY_WORDS[keadaan][1].toLowerCase()}`;
}

function Said({ delivery }: { readonly delivery: DeliveryDetail }) {
  const { namaBerkas, besarByte, pengirim, diterimaPada, keadaan, terbitPada } = delivery;
  const sent = `${namaBerkas}, ${formatBytes(besarByte)}, dikirim ${pengirim} pada ${formatInstant(diterimaPada)}.`;
  const then =
    terbitPada === null
      ? keadaan === 'ditolak' || keadaan === 'dibatalkan'
        ? 'Tidak ada data yang berubah.'
        : 'Belum ada data yang berubah.'
      : `Terbit ${formatInstant(terbitPada)}.`;
  return `${sent} ${then}`;
}

function Detail({ delivery }: { readonly delivery: DeliveryDetail }) {
  const { gerbang, akibat, baris, kolomBerubah, pekerjaan } = delivery;
  useScrollToHash();
  return (
    <>
      <Steps delivery={delivery} />
      {isAtWork(delivery.keadaan) || isRunning(pekerjaan) ? <Working delivery={delivery} /> : null}
      {delivery.keadaan === 'mengunggah' ? <Broken /> : null}
      {delivery.keadaan === 'ditolak' || pekerjaan?.keadaan === 'gagal' ? <Refused delivery={delivery} /> : null}
      <Held delivery={delivery} />
      <Structure delivery={delivery} />
      {delivery.keadaan === 'terbit' && baris !== null ? <Published delivery={delivery} /> : null}
      <div className="columns delivery">
        <div>
          {gerbang.length === 0 ? null : <Gates delivery={delivery} />}
          {akibat === null ? null : <ChangedPeople delivery={delivery} />}
          {baris === null ? null : <Quarantine delivery={delivery} />}
        </div>
        <div>
          {baris === null ? null : <Rows delivery={delivery} />}
          {akibat === null ? null : <Consequence effect={akibat} delivery={delivery} />}
          {kolomBerubah.length === 0 ? null : (
            <Sheet title="Bidang berubah" end="orang">
              <Bars
                bars={kolomBerubah.slice(0, 8).map(({ bidang, label, orang }) => ({
                  key: bidang,
                  name: <span className="name">{label}</span>,
                  value: orang,
                  figure: <span>{formatNumber(orang)}</span>,
                }))}
              />
            </Sheet>
          )}
        </div>
      </div>
    </>
  );
}

/** A link to a part of a page whose parts come later. */
function useScrollToHash(): void {
  useEffect(() => {
    if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
}

interface Step {
  readonly name: string;
  readonly under: string;
  readonly state: 'done' | 'now' | 'later' | 'bad';
}

function stepsOf(delivery: DeliveryDetail): readonly Step[] {
  const { keadaan, sidikJari, struktur, gerbang, besarByte, dapatDipetakan } = delivery;
  const place =
    {
      mengunggah: 0,
      diterima: 1,
      memeriksa: 2,
      ditolak: dapatDipetakan || struktur === null ? 1 : 2,
      diperiksa: 2,
      dibatalkan: 2,
      menerbitkan: 3,
    }[keadaan as string] ?? 4;
  const stateAt = (at: number): Step['state'] =>
    at < place ? 'done' : at > place ? 'later' : keadaan === 'ditolak' ? 'bad' : 'now';
  return [
    {
      name: 'Unggah',
      under: sidikJari === null ? formatBytes(besarByte) : `SHA-256 ${sidikJari.slice(0, 4)}…${sidikJari.slice(-4)}`,
      state: stateAt(0),
    },
    {
      name: 'Struktur',
      under:
        struktur === null
          ? 'belum dikenali'
          : `${formatNumber(struktur.kolomDipakai)} dari ${formatNumber(struktur.kolomSemua)} kolom dipakai`,
      state: stateAt(1),
    },
    {
      name: 'Periksa',
      under: gerbang.length === 0 ? 'belum dinilai' : `${formatNumber(gerbang.length)} gerbang`,
      state: stateAt(2),
    },
    {
      name: 'Terbitkan',
      under: publishingWords(delivery),
      state: stateAt(3),
    },
  ];
}

/** What publishing waits for, or when it was done; a gate that was passed with a reason holds nothing any more. */
function publishingWords({ keadaan, gerbang, terbitPada }: DeliveryDetail): string {
  if (terbitPada !== null) return formatInstant(terbitPada);
  if (keadaan === 'menerbitkan') return 'sedang dikerjakan';
  if (keadaan === 'ditolak' || keadaan === 'dibatalkan') return 'tidak dilanjutkan';
  const holding = gerbang.filter(({ hasil }) => hasil === 'menahan').length;
  return holding > 0 ? `menunggu ${formatNumber(holding)} gerbang` : 'menunggu keputusan';
}

function Steps({ delivery }: { readonly delivery: DeliveryDetail }) {
  return (
    <ol className="steps" aria-label="Tahap kiriman">
      {stepsOf(delivery).map(({ name, under, state }, at) => (
        <li key={name} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          {state === 'done' ? <Glyph state="ok" /> : state === 'bad' ? <Glyph state="bad" /> : <i>{at + 1}</i>}
          <b>{name}</b>
          <span title={under}>{under}</span>
        </li>
      ))}
    </ol>
  );
}

function Note({
  state,
  role,
  children,
  actions,
}: {
  readonly state: StateKind;
  readonly role: 'status' | 'alert';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={`note ${state}`} role={role}>
      <Glyph state={state} />
      <div>{children}</div>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </div>
  );
}

function Working({ delivery }: { readonly delivery: DeliveryDetail }) {
  const can = useCan();
  const cancel = useDeliveryStep(delivery, 'batalkan');
  const job = delivery.pekerjaan;
  const publishes = delivery.keadaan === 'menerbitkan';
  return (
    <div className="note">
      <div>
        <JobProgress
          stage={job?.tahap ?? DELIVERY_WORDS[delivery.keadaan][1]}
          done={job?.selesai ?? 0}
          of={job?.dari ?? 0}
          {...(can('kiriman.kirim') ? { onCancel: () => cancel.mutate(undefined) } : {})}
          cancelWord={publishes ? 'Hentikan' : 'Batalkan'}
        />
        <p className="dim small">
          {publishes
            ? 'Halaman lain boleh dibuka. Data yang terbit sekarang tetap tampil sampai seluruhnya siap.'
            : 'Halaman lain boleh dibuka. Belum ada data yang berubah.'}
        </p>
      </div>
    </div>
  );
}

function Broken() {
  return (
    <Note
      state="warn"
      role="status"
      actions={
        <Link className="button small-button" to="/kiriman/kirim">
          Pilih berkas
        </Link>
      }
    >
      Unggahan belum lengkap. Pilih berkas yang sama sekali lagi; bagian yang sudah terkirim tidak diulang.
    </Note>
  );
}

function Refused({ delivery }: { readonly delivery: DeliveryDetail }) {
  const { instansi, kiriman } = delivery;
  const can = useCan();
  const dapatDipetakan = delivery.dapatDipetakan && can('pemetaan.ubah');
  return (
    <Note
      state="bad"
      role="alert"
      actions={
        dapatDipetakan ? (
          <Link
            className="button small-button main"
            to="/kiriman/$dari/$kiriman/pemetaan"
            params={{ dari: String(instansi), kiriman }}
          >
            Petakan sendiri
          </Link>
        ) : undefined
      }
    >
      <b>{delivery.keadaan === 'ditolak' ? 'Berkas ditolak.' : 'Pekerjaan gagal.'}</b>{' '}
      {delivery.pesan ?? delivery.pekerjaan?.pesan ?? 'Data yang terbit tetap dipakai.'}
      {dapatDipetakan ? ' Anda dapat menunjukkan sendiri arti kolomnya; berkas ini lalu diperiksa lagi.' : ''}
    </Note>
  );
}

/** What holds the publication, in the words of the gates. */
function Held({ delivery }: { readonly delivery: DeliveryDetail }) {
  const holding = delivery.gerbang.filter(({ hasil }) => hasil === 'menahan');
  if (holding.length === 0 || delivery.keadaan !== 'diperiksa') return null;
  // What holds by the mapping is said below, beside the way to it.
  const said = holding.filter(({ gerbang }) => gerbang !== 'pemetaan').map(({ kalimat }) => `${kalimat} `);
  return (
    <Note state="bad" role="status">
      <b>{holding.length === 1 ? 'Satu gerbang' : `${formatNumber(holding.length)} gerbang`} menahan penerbitan.</b>{' '}
      {said.length < holding.length ? 'Pemetaan belum disahkan. ' : ''}
      {said}Data yang terbit sekarang tetap dipakai sampai ini selesai.
    </Note>
  );
}

function Published({ delivery: { baris, selisih, alasan } }: { readonly delivery: DeliveryDetail }) {
  if (baris === null) return null;
  return (
    <Note state="ok" role="status">
      Selesai: {formatNumber(baris.dibaca)} dibaca = {formatNumber(baris.diterima)} diterima +{' '}
      {formatNumber(baris.dikarantina)} karantina.
      {selisih === null
        ? ''
        : ` ${formatNumber(selisih.tertutup)} selisih tertutup, ${formatNumber(selisih.baru)} baru.`}
      {alasan === null ? null : <p className="second">Terbit walau ditahan, dengan alasan: {alasan}</p>}
    </Note>
  );
}

function Gates({ delivery: { gerbang } }: { readonly delivery: DeliveryDetail }) {
  const count = (hasil: keyof typeof GATE_RESULTS): number => gerbang.filter((gate) => gate.hasil === hasil).length;
  const weight = { menahan: 0, perhatian: 1, lewat: 2 } as const;
  return (
    <Sheet
      title="Gerbang"
      rule="dibandingkan dengan kiriman yang terbit"
      end={`${count('lewat')} lewat, ${count('perhatian')} perhatian, ${count('menahan')} menahan`}
    >
      <table className="ledger stack middle gates">
        <thead>
          <tr>
            <th scope="col">Hasil</th>
            <th scope="col">Yang diperiksa</th>
            <th scope="col" className="figure">
              Kiriman ini
            </th>
            <th scope="col" className="figure">
              Batas
            </th>
          </tr>
        </thead>
        <tbody>
          {gerbang
            .toSorted((a, b) => weight[a.hasil] - weight[b.hasil])
            .map((gate) => (
              <tr key={gate.gerbang}>
                <td className="nowrap">
                  <State state={GATE_RESULTS[gate.hasil][0]}>{GATE_RESULTS[gate.hasil][1]}</State>
                </td>
                <td className="whole">
                  <b>{GATE_WORDS[gate.gerbang]}</b> <span className="second">{gate.kalimat}</span>
                </td>
                <td className="figure narrow-hidden">{gate.kiriman}</td>
                <td className="figure dim narrow-hidden">{gate.batas}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Sheet>
  );
}
