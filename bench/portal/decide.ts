import { randomUUID } from 'node:crypto';
import type { Ask } from './portal-process.ts';

/** Milliseconds of deciding about many differences at once, as a person at the screen waits for them. */
export interface DecidingFigures {
  readonly selisih: number;
  readonly preview: number;
  readonly decide: number;
  readonly undo: number;
}

interface Effect {
  readonly perkara: number;
  readonly terbitan: number;
}

/** Looks at, decides and takes back all differences of a class of an instansi: the state before is the state after. */
export async function decideAndUndo(ask: Ask, instansi: number, kelas: string): Promise<DecidingFigures> {
  const pilih = { saringan: { kelas }, kecuali: [] };
  const path = `/api/keputusan/${instansi}`;
  const timed = async (to: string, body?: object): Promise<{ readonly ms: number; readonly text: string }> => {
    const answer = await ask('POST', to, body);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer;
  };
  const preview = await timed(`${path}/pratinjau`, { pilih, pilihan: 'bkn' });
  const { perkara, terbitan } = JSON.parse(preview.text) as Effect;
  const keputusan = randomUUID();
  const decided = await timed(path, { keputusan, pilih, pilihan: 'bkn', terbitan });
  const undone = await timed(`${path}/${keputusan}/urungkan`);
  return { selisih: perkara, preview: preview.ms, decide: decided.ms, undo: undone.ms };
}
