import type { FilterPreview } from '#findings/contract';
import { formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Nip } from '../../ui/nip.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SourceMark } from '../../ui/source-mark.tsx';

interface FilterPeopleProps {
  readonly sumber: string;
  readonly preview: FilterPreview;
  readonly isStale: boolean;
  readonly onOthers: () => void;
}

/** Ten people: whom a filter drops, and what BKN knows of them. */
export function FilterPeople({ sumber, preview, isStale, onOthers }: FilterPeopleProps) {
  const { orang, baris, dari, milidetik } = preview;
  const count =
    baris === null
      ? 'jumlahnya terlihat sesudah diperiksa ulang'
      : `${formatNumber(baris)} dari ${formatNumber(dari)} baris dibuang`;
  return (
    <Sheet
      className="ten"
      title="Sepuluh orang"
      rule={`yang dibuang lebih dahulu, di samping BKN`}
      end={
        <>
          <span className="dim" title={`dibaca dalam ${milidetik} milidetik`} role="status">
            {count}
          </span>
          <button type="button" className="button small-button quiet" onClick={onOthers}>
            Sepuluh lain
          </button>
        </>
      }
    >
      <div className="table-window" role="region" aria-label="Sepuluh orang" aria-busy={isStale} tabIndex={0}>
        <table className="ledger dense stack">
          <thead>
            <tr>
              <th scope="col">Nama</th>
              <th scope="col">NIP</th>
              <th scope="col">{sumber}</th>
              <th scope="col">
                <SourceMark side="bkn">Kedudukan di BKN</SourceMark>
              </th>
              <th scope="col">Hasil</th>
            </tr>
          </thead>
          <tbody>
            {orang.map((person, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- people of a sample have no number
              <tr key={at}>
                <td className="whole">{person.nama}</td>
                <td className="narrow-hidden">
                  <Nip value={person.nip} />
                </td>
                <td className="mono" data-label={sumber}>
                  {person.isi === '' ? <span className="dim">kosong</span> : person.isi}
                </td>
                <td data-label="BKN">
                  {person.bkn === '' ? (
                    <span className="dim">{person.adaDiBkn ? 'ada' : 'tidak ada di BKN'}</span>
                  ) : (
                    person.bkn
                  )}
                </td>
                <td className="nowrap">
                  <Verdict person={person} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

function Verdict({ person: { dibuang, adaDiBkn } }: { readonly person: FilterPreview['orang'][number] }) {
  if (!dibuang) return <State state="ok">dibaca</State>;
  return adaDiBkn ? <State state="warn">dibuang, ada di BKN</State> : <State state="quarantine">dibuang</State>;
}
