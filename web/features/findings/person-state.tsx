import { type PersonList, STATE_LABELS } from '#findings/contract';
import { State } from '../../ui/glyph.tsx';

type Row = PersonList['baris'][number];

/** On which sides somebody stands, and of a pair whether it agrees. */
export function PersonState({ keadaan, selisih }: Pick<Row, 'keadaan' | 'selisih'>) {
  if (keadaan !== 'berpasangan') return <State state="none">{STATE_LABELS[keadaan]}</State>;
  return selisih === 0 ? <State state="ok">Selaras</State> : <State state="warn">Berselisih</State>;
}
