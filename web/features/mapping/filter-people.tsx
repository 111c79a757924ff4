import type { FilterPreview } from '#findings/contract';
import { formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Nip } from '../../ui/nip.tsx';
import { SourceMark } from '../../ui/source-mark.tsx';
import { TenSheet } from './ten-sheet.tsx';

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
    <TenSheet
      rule="yang dibuang lebih dahulu, di samping BKN"
      count={count}
      milidetik={milidetik}
      heads={[
        'Nama',
        'NIP',
        sumber,
        <SourceMark key="bkn" side="bkn">
          Kedudukan di BKN
        </SourceMark>,
        'Hasil',
      ]}
      isStale={isStale}
      onOthers={onOthers}
    >
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
    </TenSheet>
  );
}

function Verdict({ person: { dibuang, adaDiBkn } }: { readonly person: FilterPreview['orang'][number] }) {
  if (!dibuang) return <State state="ok">dibaca</State>;
  return adaDiBkn ? <State state="warn">dibuang, ada di BKN</State> : <State state="quarantine">dibuang</State>;
}
