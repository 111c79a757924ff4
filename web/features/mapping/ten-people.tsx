import type { PreviewAnswer } from '#findings/contract';
import { formatCompared, formatNumber } from '../../ui/format.ts';
import { State, type StateKind } from '../../ui/glyph.tsx';
import { Nip } from '../../ui/nip.tsx';
import { SourceMark } from '../../ui/source-mark.tsx';
import { MarkedValue } from '../../ui/value.tsx';
import { TenSheet } from './ten-sheet.tsx';

const VERDICTS: Readonly<Record<PreviewAnswer['orang'][number]['hasil'], readonly [StateKind, string]>> = {
  sama: ['ok', 'sama'],
  berbeda: ['warn', 'berbeda'],
  kosong: ['warn', 'kosong sebelah'],
  'tak-terbaca': ['quarantine', 'tak terbaca'],
  dipelajari: ['none', 'dipelajari'],
  'tidak-dibandingkan': ['none', 'tidak dipakai'],
  'tanpa-bkn': ['none', 'tanpa BKN'],
};

const HEADS = [
  'Nama',
  'NIP',
  'Isi kolom',
  <SourceMark key="simpeg" side="simpeg">
    Dibaca
  </SourceMark>,
  <SourceMark key="bkn" side="bkn" />,
  'Hasil',
];

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
  const count =
    hitung.dari === 0
      ? ''
      : `${formatNumber(hitung.sama)} sama, ${formatNumber(hitung.dari - hitung.sama)} tidak, dari ${formatNumber(hitung.dari)} orang contoh`;
  return (
    <TenSheet rule={rule} count={count} milidetik={milidetik} heads={HEADS} isStale={isStale} onOthers={onOthers}>
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
    </TenSheet>
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
