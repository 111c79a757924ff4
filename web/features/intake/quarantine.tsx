import { useState } from 'react';
import type { DeliveryDetail } from '#intake/contract';
import { Facets } from '../../ui/facets.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/instead.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { deliveryPath } from './queries.ts';

/** Short names of those whose code does not read as words. */
const WORDS: Readonly<Record<string, string>> = {
  DIGIT_KARAKTER: 'Bukan angka',
  BARIS_LEBIH_KOLOM: 'Sel berlebih',
  BARIS_DATA_UJI: 'Data percobaan',
  NIP_PANJANG: 'Panjang NIP',
  NIP_BULAN: 'Bulan pada NIP',
};

/** NIP_DIBULATKAN -> NIP dibulatkan. */
function wordsOf(code: string): string {
  const known = WORDS[code];
  if (known !== undefined) return known;
  const words = code.toLowerCase().split('_').join(' ');
  return words
    .replace(/\b(nip|nik|tmt|npwp)\b/g, (word) => word.toUpperCase())
    .replace(/^./, (first) => first.toUpperCase());
}

/** What was kept aside, with the place and the remedy; rows and single values. */
export function Quarantine({ delivery }: { readonly delivery: DeliveryDetail }) {
  const [code, setCode] = useState<string>();
  const { karantina, baris } = delivery;
  const counts = new Map<string, number>();
  for (const { kode } of karantina) counts.set(kode, (counts.get(kode) ?? 0) + 1);
  const facets = [...counts]
    .map(([nilai, jumlah]) => ({ nilai, label: wordsOf(nilai), jumlah }))
    .toSorted((a, b) => b.jumlah - a.jumlah);
  const shown = code === undefined ? karantina : karantina.filter(({ kode }) => kode === code);
  const rows = baris?.dikarantina ?? 0;
  return (
    <Sheet
      id="karantina"
      title="Karantina"
      rule={`${formatNumber(rows)} baris tidak diterima; ${formatNumber(karantina.length)} catatan pada baris dan nilai`}
      end={
        karantina.length === 0 ? undefined : (
          <a
            className="button small-button"
            href={`/api/${deliveryPath(delivery.instansi, delivery.kiriman)}/karantina.csv`}
            download
          >
            <Icon name="unduh" />
            Unduh baris karantina
          </a>
        )
      }
    >
      {karantina.length === 0 ? (
        <Empty>Tidak ada baris atau nilai yang dikarantina.</Empty>
      ) : (
        <>
          <div className="chips inside">
            <Facets
              label="Saring menurut sebab"
              all={{ word: 'Semua', count: karantina.length }}
              facets={facets}
              chosen={code}
              onChoose={setCode}
              most={6}
            />
          </div>
          <table className="ledger stack quarantine">
            <thead>
              <tr>
                <th scope="col" className="figure">
                  Baris
                </th>
                <th scope="col">Kolom</th>
                <th scope="col">Nilai</th>
                <th scope="col">Sebab dan cara memperbaiki</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((entry, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- a row may hold the same fault twice
                <tr key={at}>
                  <td className="figure dim" data-label="Baris">
                    {formatNumber(entry.baris)}
                  </td>
                  <td className={entry.kolom === null ? 'dim nowrap' : 'mono'} data-label="Kolom">
                    {entry.kolom ?? 'seluruh baris'}
                  </td>
                  <td className={entry.nilai === null ? 'whole' : 'mono hit whole'}>{entry.nilai}</td>
                  <td className="whole why">
                    <Glyph state="quarantine" />
                    <span>{entry.pesan}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Sheet>
  );
}
