import type { TrialAnswer } from '#findings/contract';
import { formatCompared, formatDay, formatNumber } from '../../ui/format.ts';

/** What a version would change in deliveries that were published already: cells by field, and some of them. */
export function Trial({ trial: { kiriman } }: { readonly trial: TrialAnswer }) {
  return (
    <ul className="trial">
      {kiriman.map((one) => (
        <li key={one.kiriman}>
          <b>{one.per === null ? one.namaBerkas : formatDay(one.per)}</b> {sentenceOf(one)}
          {one.contoh.length === 0 ? null : (
            <details>
              <summary>Contoh sel yang berubah</summary>
              <table className="ledger dense">
                <thead>
                  <tr>
                    <th scope="col" className="figure">
                      Baris
                    </th>
                    <th scope="col">Bidang</th>
                    <th scope="col">Sebelum</th>
                    <th scope="col">Sesudah</th>
                  </tr>
                </thead>
                <tbody>
                  {one.contoh.slice(0, 12).map((cell, at) => (
                    // oxlint-disable-next-line react/no-array-index-key -- cells have no number of their own
                    <tr key={at}>
                      <td className="figure dim">{formatNumber(cell.baris)}</td>
                      <td>{cell.label}</td>
                      <td>{formatCompared(cell.sebelum)}</td>
                      <td>{formatCompared(cell.sesudah)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function sentenceOf({ terbaca, baris, selBerubah, barisBerubah, perBidang }: TrialAnswer['kiriman'][number]): string {
  if (!terbaca) return 'berstruktur lain; versi ini tidak membacanya.';
  if (selBerubah === 0 && barisBerubah === 0) return `dari ${formatNumber(baris)} baris, tidak ada sel yang berubah.`;
  const fields = perBidang
    .slice(0, 4)
    .map(({ label, sel }) => `${label} ${formatNumber(sel)}`)
    .join(', ');
  const rows = barisBerubah === 0 ? '' : `; ${formatNumber(barisBerubah)} baris lain nasibnya`;
  return `dari ${formatNumber(baris)} baris, ${formatNumber(selBerubah)} sel akan berubah (${fields})${rows}.`;
}
