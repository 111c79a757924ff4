import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changedPeople, type ChangedPeople as Answer } from '#findings/contract';
import { BKN_INSTANSI } from '#identity/contract';
import type { DeliveryDetail } from '#intake/contract';
import { ask } from '../../api/request.ts';
import { useCan } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { Facets } from '../../ui/facets.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { Nip } from '../../ui/nip.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { deliveryPath } from './queries.ts';

const WORDS = { baru: 'Baru', hilang: 'Hilang', berubah: 'Berubah' } as const;
type Kind = keyof typeof WORDS;
const KINDS = ['baru', 'hilang', 'berubah'] as const;

/** Who is new, gone or changed against the delivery that was published when this one was checked. */
export function ChangedPeople({ delivery }: { readonly delivery: DeliveryDetail }) {
  const can = useCan();
  const { akibat, instansi, kiriman, keadaan } = delivery;
  const isShown = akibat !== null && instansi !== BKN_INSTANSI && akibat.sekarang > 0 && can('pegawai.lihat');
  const [kind, setKind] = useState<Kind>();
  const people = useQuery({
    queryKey: ['kiriman', String(instansi), kiriman, 'orang', keadaan === 'memeriksa'],
    queryFn: async ({ signal }) => ask(changedPeople, `${deliveryPath(instansi, kiriman)}/orang`, { signal }),
    enabled: isShown,
  });
  if (!isShown) return null;
  const counts = { baru: akibat.baru, hilang: akibat.hilang, berubah: akibat.berubah };
  const all = counts.baru + counts.hilang + counts.berubah;
  return (
    <Sheet
      id="orang"
      title="Dibandingkan kiriman sebelumnya"
      rule={`${formatNumber(counts.baru)} baru, ${formatNumber(counts.hilang)} hilang, ${formatNumber(counts.berubah)} berubah`}
    >
      {all === 0 ? (
        <Empty>Tidak ada orang yang baru, hilang, atau berubah.</Empty>
      ) : (
        <>
          <div className="chips inside">
            <Facets
              label="Saring menurut perubahan"
              all={{ word: 'Semua', count: all }}
              facets={KINDS.map((one) => ({ nilai: one, label: WORDS[one], jumlah: counts[one] }))}
              chosen={kind}
              onChoose={(value) => setKind(KINDS.find((one) => one === value))}
            />
          </div>
          <Shown query={people} label="orang yang berubah">
            {({ orang }) => (
              <PeopleTable
                orang={orang.filter(({ jenis }) => kind === undefined || jenis === kind)}
                of={kind === undefined ? all : counts[kind]}
              />
            )}
          </Shown>
        </>
      )}
    </Sheet>
  );
}

function PeopleTable({ orang, of }: { readonly orang: Answer['orang']; readonly of: number }) {
  return (
    <>
      <div className="table-window people-window" role="region" aria-label="Orang yang berubah" tabIndex={0}>
        <table className="ledger stack">
          <thead>
            <tr>
              <th scope="col">Perubahan</th>
              <th scope="col">Nama</th>
              <th scope="col">NIP</th>
              <th scope="col">Yang berubah</th>
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
                <td className="whole second">{one.bidang.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {orang.length < of ? (
        <p className="dim small people-rest">
          {formatNumber(orang.length)} dari {formatNumber(of)} orang ditampilkan.
        </p>
      ) : null}
    </>
  );
}
