import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changedPeople, type ChangedPeople as Answer } from '#findings/contract';
import { BKN_INSTANSI } from '#identity/contract';
import type { DeliveryDetail } from '#intake/contract';
import { ask } from '../../api/request.ts';
import { useCan } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { Facets } from '../../ui/facets.tsx';
import { formatCompared, formatNumber } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { Nip } from '../../ui/nip.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { deliveryPath } from './queries.ts';

const WORDS = { baru: 'Baru', hilang: 'Hilang', berubah: 'Berubah' } as const;
type Kind = keyof typeof WORDS;
const KINDS = ['baru', 'hilang', 'berubah'] as const;
const PAGE = 50;

/** Who is new, gone or changed against the delivery that was published when this one was checked, and in which fields. */
export function ChangedPeople({ delivery }: { readonly delivery: DeliveryDetail }) {
  const can = useCan();
  const { akibat, instansi, kiriman, keadaan, kolomBerubah } = delivery;
  const isShown = akibat !== null && instansi !== BKN_INSTANSI && akibat.sekarang > 0 && can('pegawai.lihat');
  const [kind, setKind] = useState<Kind>();
  const [field, setField] = useState('');
  const [from, setFrom] = useState(0);
  const filter = { jenis: kind, bidang: field === '' ? undefined : field };
  const path = `${deliveryPath(instansi, kiriman)}/orang`;
  const people = useQuery({
    queryKey: ['kiriman', String(instansi), kiriman, 'orang', keadaan === 'memeriksa', filter, from],
    queryFn: async ({ signal }) => ask(changedPeople, path, { query: { ...filter, mulai: from }, signal }),
    enabled: isShown,
    placeholderData: keepPreviousData,
  });
  if (!isShown) return null;
  const counts = { baru: akibat.baru, hilang: akibat.hilang, berubah: akibat.berubah };
  const all = counts.baru + counts.hilang + counts.berubah;
  const choose = (next: Kind | undefined, bidang: string): void => {
    setKind(next);
    setField(bidang);
    setFrom(0);
  };
  return (
    <Sheet
      id="orang"
      title="Dibandingkan kiriman sebelumnya"
      rule={`${formatNumber(counts.baru)} baru, ${formatNumber(counts.hilang)} hilang, ${formatNumber(counts.berubah)} berubah`}
      end={
        all === 0 ? undefined : (
          <a className="button small-button" href={hrefOf(path, filter)} download>
            Unduh CSV
          </a>
        )
      }
    >
      {all === 0 ? (
        <Empty>Tidak ada orang yang baru, hilang, atau berubah.</Empty>
      ) : (
        <>
          <div className="chips inside compare-filter">
            <Facets
              label="Saring menurut perubahan"
              all={{ word: 'Semua', count: all }}
              facets={KINDS.map((one) => ({ nilai: one, label: WORDS[one], jumlah: counts[one] }))}
              chosen={kind}
              onChoose={(value) =>
                choose(
                  KINDS.find((one) => one === value),
                  '',
                )
              }
            />
            {kolomBerubah.length === 0 ? null : (
              <select
                className="field-like"
                aria-label="Bidang yang berubah"
                value={field}
                onChange={(event) =>
                  choose(event.currentTarget.value === '' ? kind : 'berubah', event.currentTarget.value)
                }
              >
                <option value="">semua bidang</option>
                {kolomBerubah.map(({ bidang, label, orang }) => (
                  <option key={bidang} value={bidang}>
                    {label} ({formatNumber(orang)})
                  </option>
                ))}
              </select>
            )}
          </div>
          <Shown query={people} label="orang yang berubah">
            {({ orang, jumlah }) => (
              <>
                <PeopleTable orang={orang} />
                {jumlah > PAGE ? <Pages from={from} of={jumlah} onFrom={setFrom} /> : null}
              </>
            )}
          </Shown>
        </>
      )}
    </Sheet>
  );
}

/** Exactly what is filtered, as a file. */
function hrefOf(path: string, filter: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return `/api/${path}.csv${query.size === 0 ? '' : `?${query}`}`;
}

interface PagesProps {
  readonly from: number;
  readonly of: number;
  readonly onFrom: (from: number) => void;
}

function Pages({ from, of, onFrom }: PagesProps) {
  return (
    <div className="people-rest">
      <span className="dim small" role="status">
        {formatNumber(from + 1)}-{formatNumber(Math.min(of, from + PAGE))} dari {formatNumber(of)} orang
      </span>
      <button type="button" className="button small-button" disabled={from === 0} onClick={() => onFrom(from - PAGE)}>
        Sebelumnya
      </button>
      <button
        type="button"
        className="button small-button"
        disabled={from + PAGE >= of}
        onClick={() => onFrom(from + PAGE)}
      >
        Berikutnya
      </button>
    </div>
  );
}

function PeopleTable({ orang }: { readonly orang: Answer['orang'] }) {
  return (
    <div className="table-window people-window" role="region" aria-label="Orang yang berubah" tabIndex={0}>
      <table className="ledger stack">
        <thead>
          <tr>
            <th scope="col">Perubahan</th>
            <th scope="col">Nama</th>
            <th scope="col">NIP</th>
            <th scope="col" className="change">
              Yang berubah
            </th>
          </tr>
        </thead>
        <tbody>
          {orang.map((one, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a file may hold somebody twice
            <tr key={at}>
              <td className="nowrap">{WORDS[one.jenis]}</td>
              <td className="whole">
                {one.nama}
                <small className="under-file">{one.unit}</small>
              </td>
              <td className="nowrap">
                <Nip value={one.nip} />
              </td>
              <td className="whole second">
                {one.ubah.map(({ bidang, lama, baru }) => (
                  <div key={bidang}>
                    {bidang}: {said(lama)} menjadi {said(baru)}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const said = (value: string): string => (value === '' ? 'kosong' : formatCompared(value));
