import type { CaseRow } from '#decisions/contract';
import { Icon } from '../../../ui/icon.tsx';
import { State } from '../../../ui/glyph.tsx';
import { CHOICE_WORDS, MOVER_WORDS, REOPENED_WORDS } from './words.ts';

/** Where a case stands: what was decided and by whom, or why it is open again, and below it who moved. */
export function Standing({ standing }: { readonly standing: CaseRow | undefined }) {
  if (standing === undefined) return <span className="dim">terbuka</span>;
  const moved = standing.bergerak === 'belum-pernah-sama' ? undefined : MOVER_WORDS[standing.bergerak];
  return (
    <span className="standing">
      <Stage standing={standing} />
      {moved === undefined ? null : (
        <small className="second" title={standing.sepakat === null ? undefined : `Terakhir sama: ${standing.sepakat}`}>
          {moved}
        </small>
      )}
    </span>
  );
}

function Stage({ standing }: { readonly standing: CaseRow }) {
  const { tahap, pilihan, terbukaKarena, oleh } = standing;
  if (tahap === 'terbuka')
    return terbukaKarena === null ? (
      <span className="dim">terbuka</span>
    ) : (
      <State state="warn">{REOPENED_WORDS[terbukaKarena]}</State>
    );
  const words = pilihan === null ? '' : CHOICE_WORDS[pilihan];
  const by = oleh === null || oleh === '' ? undefined : `oleh ${oleh}`;
  if (tahap === 'menunggu')
    return (
      <span title={by}>
        <State state="running">{words}, menunggu pengesahan</State>
      </span>
    );
  if (tahap === 'dikirim') return <State state="running">{words}, dikirim</State>;
  return (
    <span className="ruling" title={by}>
      <Icon name="bendera" />
      {words}
      {standing.nilai === null ? '' : `: ${standing.nilai}`}
    </span>
  );
}
