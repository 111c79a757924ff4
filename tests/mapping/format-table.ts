import type { Forgotten } from './forget.ts';
import { addCrosswalks, type CrosswalkScore } from './score-crosswalk.ts';
import { listMisses } from './bars.ts';
import { addScores, f1Of, type MappingScore, surenessOf, topThreeOf } from './score.ts';

export interface Scores {
  readonly withBkn: MappingScore;
  readonly without: MappingScore;
  readonly silang: CrosswalkScore;
}

export interface SourceScore extends Scores {
  readonly source: string;
  readonly tables: number;
  readonly forgotten: Forgotten | undefined;
}

const part = ({ right, all }: { readonly right: number; readonly all: number }): string => `${right}/${all}`;

function line(name: string, withBkn: MappingScore, without: MappingScore, silang: CrosswalkScore): string {
  const three = (value: number): string => value.toFixed(3);
  const cells = [
    name.padEnd(24),
    String(withBkn.columns).padStart(5),
    `F1 ${three(f1Of(withBkn))} ${three(f1Of(without))}`,
    `top3 ${three(topThreeOf(withBkn))} ${three(topThreeOf(without))}`,
    `pasti ${three(surenessOf(withBkn))} (${withBkn.sure}) ${three(surenessOf(without))} (${without.sure})`,
    `nip ${withBkn.nipConfused + without.nipConfused}`,
    `kelamin ${part(withBkn.sexes)} ${part(without.sexes)}`,
    `tgl ${part(withBkn.orders)} ${part(without.orders)}`,
    `rahasia ${withBkn.secretsMapped + without.secretsMapped}`,
    `kode ${part(withBkn.codes)} dari ${withBkn.codes.there}; ${part(without.codes)}`,
    `silang ${part(silang.short)}${silang.left > 0 ? ` (${silang.left} diserahkan)` : ''}, id ${part(silang.byId)} dari ${silang.proposed}`,
  ];
  return cells.join(' | ');
}

/** The sources of a group together. */
export const addSources = (scores: readonly SourceScore[]): Scores => ({
  withBkn: addScores(scores.map(({ withBkn }) => withBkn)),
  without: addScores(scores.map(({ without }) => without)),
  silang: addCrosswalks(scores.map(({ silang }) => silang)),
});

/** A line a source, the sum, and with `faults` what was wrong. */
export function formatTable(title: string, scores: readonly SourceScore[], faults: boolean): string {
  const lines = scores.map(({ source, withBkn, without, silang }) => line(source, withBkn, without, silang));
  const sum = addSources(scores);
  const total = line('jumlah', sum.withBkn, sum.without, sum.silang);
  const details = faults
    ? scores.flatMap(({ source, withBkn, without, forgotten, silang }) => [
        `\n${source}${forgotten ? `: dilupakan ${forgotten.words.length} kata (${forgotten.words.join(' ')}), ${forgotten.names} judul, ${forgotten.phrases.length} ungkapan (${forgotten.phrases.join('; ')})` : ''}`,
        ...withBkn.faults.map((fault) => `  dengan BKN  ${fault}`),
        ...without.faults.map((fault) => `  tanpa BKN   ${fault}`),
        ...silang.faults.map((fault) => `  ${fault}`),
      ])
    : [];
  const misses = listMisses(sum);
  const bars = misses.length === 0 ? 'semua mistar tercapai' : `di bawah mistar: ${misses.join('; ')}`;
  return `${[`\n${title} (dengan BKN, lalu tanpa)`, ...lines, total, bars, ...details].join('\n')}\n`;
}
