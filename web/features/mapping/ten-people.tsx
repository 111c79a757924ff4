import type { PreviewAnswer } from '#findings/contract';
import { formatCompared, formatNumber } from '../../ui/format.ts';
import { State, type StateKind } from '../../ui/glyph.tsx';
import { Nip } from '../../ui/nip.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SourceMark } from '../../ui/source-mark.tsx';
import { MarkedValue } from '../../ui/value.tsx';

const VERDICTS: Readonly<Record<PreviewAnswer['orang'][number]['hasil'], readonly [StateKind, string]>> = {
  sama: ['ok', 'sama'],
  berbeda: ['warn', 'berbeda'],
  kosong: ['warn', 'kosong sebelah'],
  'tak-terbaca': ['quarantine', 'tak terbaca'],
  dipelajari: ['none', 'dipelajari'],
  'tidak-dibandingkan': ['none', 'tidak dipakai'],
  'tanpa-bkn': ['none', 'tanpa BKN'],
};

interface TenPeopleProps {
  readonly name: string;
  readonly preview: PreviewAnswer;
  readonly isStale: boolean;
  readonly onOthers: () => void;
}

/** Ten people: what stands in the column, how it is read, and what BKN has. */
export function TenPeople({ name, preview, isStale, onOthers }: TenPeopleProps) {
  const { orang, hitung, cara, kanonik, milidetik } = preview;
  const rule = kanonik === null ? `${name} tidak dipakai` : `${name} dibaca ${cara}, di samping BKN`;
  return (
    <Sheet
      className="ten"
      title="Sepuluh orang"
      rule={rule}
      end={
        <>
          <span className="dim" title={`dibaca dalam ${milidetik} milidetik`} role="status">
            {hitung.dari === 0
              ? ''
              : `${formatNumber(hitung.sama)} sama, ${formatNumber(hitung.dari - hitung.sama)} tidak, dari ${formatNumber(hitung.dari)} orang contoh`}
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
              <th scope="col">Isi kolom</th>
              <th scope="col">
                <SourceMark side="simpeg">Dibaca</SourceMark>
              </th>
              <th scope="col">
                <SourceMark side="bkn" />
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
                <td className="mono" data-label="Isi kolom">
                  {person.isi}
                </td>
                <td data-label="Dibaca">
                  <Side person={person} side="simpeg" />
                </td>
                <td data-label="BKN">
                  <Side person={person} side="bkn" />
                </td>
                <td className="nowrap">
                  <State state={VERDICTS[person.hasil][0]}>{VERDICTS[person.hasil][1]}</State>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

interface SideProps {
  readonly person: PreviewAnswer['orang'][number];
  readonly side: 'simpeg' | 'bkn';
}

function Side({ person, side }: SideProps) {
  if (person.hasil === 'tidak-dibandingkan' || (person.hasil === 'tanpa-bkn' && side === 'bkn')) return null;
  const [own, other] = side === 'simpeg' ? [person.simpeg, person.bkn] : [person.bkn, person.simpeg];
  const shown = (text: string): string | null => (text === '' ? null : formatCompared(text));
  return (
    <MarkedValue
      side={side}
      value={shown(own)}
      other={person.hasil === 'berbeda' ? shown(other) : shown(own)}
      grain="character"
    />
  );
}
