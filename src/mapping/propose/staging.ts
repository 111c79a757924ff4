import { foldText } from '#kernel/text.ts';
import type { Filter } from '../recipe.ts';
import type { Assigned } from './assign.ts';
import type { Yardstick } from './yardstick.ts';

/** Words of columns that say whether a row has been checked. */
const CHECK = /valid|verif|setuju|approv|usul|draf|pending/i;
/** Values by which a row says that it waits for a check, or failed it. */
const WAITING =
  /\bUSUL|MENUNGGU|\bDRAF|PENDING|PROSES|DITOLAK|REJECT|(?:BELUM|TIDAK) (?:DI ?)?(?:VALID|VERIF|SETUJU|APPROV)/;

/** Share of waiting rows whose person has a checked row beside it: a mark of its own says nothing of a row's worth. */
const TWINS = 0.8;
const FEWEST = 3;

/** Proposals that wait for a check in the table of the facts themselves: told by their words, or by a mark beside a checked twin. */
export function proposeStaging({ column, named }: Assigned, { column: key }: Yardstick): readonly Filter[] {
  const { facts } = column;
  if (!CHECK.test(named.name) || facts.isEmpty) return [];
  const values = [...facts.distinct.keys()];
  const waiting = values.filter((value) => WAITING.test(foldText(value)));
  const drop =
    waiting.length > 0 ? waiting : values.filter((value) => isWaitingTwin(value, facts.values, key?.values ?? []));
  const isRest = drop.reduce((sum, value) => sum + (facts.distinct.get(value) ?? 0), 0) < facts.values.length / 2;
  if (drop.length === 0 || !isRest) return [];
  return [{ sumber: named.name, nilai: drop.toSorted(), selain: false, alasan: 'usulan' }];
}

function isWaitingTwin(value: string, marks: readonly string[], keys: readonly string[]): boolean {
  const waiting = keys.filter((key, row) => key !== '' && marks[row] === value);
  const others = new Set(keys.filter((_, row) => marks[row] !== value));
  return waiting.length >= FEWEST && waiting.filter((key) => others.has(key)).length >= waiting.length * TWINS;
}
