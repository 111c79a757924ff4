import type { LocalDate } from '#kernel/local-date.ts';
import { number } from '#kernel/number-format.ts';
import {
  type CrosswalkBook,
  listFormerImports,
  openReference,
  readCrosswalkBook,
  watchCrosswalks,
  type WatchResult,
} from '#reference';
import { createKnowledge } from './knowledge.ts';

export interface Watching {
  readonly silang: string;
  readonly acuan: string;
  /** The lists to compare with; without it the import before the current one, where there is one. */
  readonly acuanLama?: string | undefined;
  readonly per: LocalDate | undefined;
  /** Instansi whose decisions are looked at; all where undefined. */
  readonly instansi?: readonly string[] | undefined;
}

/** Holds the live crosswalks against the national lists; `hasFormer` says whether what changed can be told. */
export function watchBook({ silang, acuan, acuanLama, per, instansi }: Watching): WatchResult & { hasFormer: boolean } {
  const book: CrosswalkBook = new Map(
    [...readCrosswalkBook(silang)].filter(([each]) => instansi === undefined || instansi.includes(each)),
  );
  const [former] = acuanLama === undefined ? listFormerImports(acuan) : [];
  const before =
    acuanLama === undefined && former === undefined ? undefined : openReference(acuanLama ?? acuan, former);
  const result = watchCrosswalks({
    book,
    tableOf: createKnowledge(openReference(acuan)).tableOf,
    formerOf: before ? createKnowledge(before).tableOf : () => undefined,
    per,
  });
  return { ...result, hasFormer: before !== undefined };
}

/** Alerts of each instansi, in order. */
export function countAlerts({ alerts }: WatchResult): readonly (readonly [instansi: string, jumlah: number])[] {
  return [...Map.groupBy(alerts, ({ instansi }) => instansi)].map(([instansi, own]) => [instansi, own.length]);
}

/** One sentence for a run that used the crosswalks; undefined where nothing has to be looked at. */
export function tellAlerts(watching: Watching): string | undefined {
  const counts = countAlerts(watchBook(watching));
  const [first] = counts;
  if (!first) return undefined;
  const all = number.format(counts.reduce((sum, [, jumlah]) => sum + jumlah, 0));
  const each = counts.map(([instansi, jumlah]) => `${instansi}: ${number.format(jumlah)}`).join(', ');
  return `${all} silang perlu ditinjau karena daftar nasional berubah (${each}). Lihat dengan: npm run -s portal -- silang periksa --silang "${watching.silang}" --instansi ${first[0]}`;
}
