import { CHOICE_WORDS, type CaseRow } from '#decisions/contract';
import { Icon } from '../../../ui/icon.tsx';
import { formatDay } from '../../../ui/format.ts';
import { State } from '../../../ui/glyph.tsx';
import { MOVER_WORDS, REOPENED_WORDS } from './words.ts';

/** Where a case stands: what was decided and by whom, or why it is open again; and who moved since both agreed. */
export function Standing({ standing }: { readonly standing: CaseRow | undefined }) {
  if (standing === undefined) return null;
  const { tahap, pilihan, nilai, tunda, terbukaKarena, sepakat, bergerak, oleh } = standing;
  const notes = [
    tahap in STAGE_NOTES ? STAGE_NOTES[tahap] : undefined,
    tunda === null ? undefined : `sampai ${formatDay(tunda)}`,
    terbukaKarena === null ? undefined : REOPENED_WORDS[terbukaKarena],
    bergerak === 'belum-pernah-sama' ? undefined : MOVER_WORDS[bergerak],
  ].filter((note) => note !== undefined);
  const words = pilihan === null ? 'terbuka' : `${CHOICE_WORDS[pilihan]}${nilai === null ? '' : `: ${nilai}`}`;
  return (
    <span className="standing" title={oleh === null || oleh === '' ? undefined : `oleh ${oleh}`}>
      {pilihan === null ? (
        terbukaKarena === null ? (
          <span className="dim">{words}</span>
        ) : (
          <State state="warn">{words} lagi</State>
        )
      ) : tahap in STAGE_NOTES ? (
        <State state="running">{words}</State>
      ) : (
        <span className="ruling">
          <Icon name="bendera" />
          {words}
        </span>
      )}
      {notes.length === 0 ? null : (
        <small className="second" title={sepakat === null ? undefined : `Terakhir sama: ${sepakat}`}>
          {notes.join(', ')}
        </small>
      )}
    </span>
  );
}

/** Stages in which something is waited for. */
const STAGE_NOTES: Readonly<Partial<Record<CaseRow['tahap'], string>>> = {
  menunggu: 'menunggu pengesahan',
  dikirim: 'dikirim',
};
