import { dedupe, link, type LinkSpec } from '../link.ts';
import type { Records } from '../records.ts';
import type { ScoredPair } from '../assign.ts';
import { FEBRL, FEBRL_WITH_NUMBER } from './febrl.ts';
import { judgePairs, type Quality } from './measure.ts';
import { FAKE_1000, HISTORICAL_50K } from './splink.ts';
import { readTable } from './table.ts';

/** What linking a known set gave; the truth is read only after the pairs are found. */
export interface Judged extends Quality {
  readonly candidates: number;
  readonly review: number;
}

export interface KnownCase {
  readonly name: string;
  /** The least F1 that is accepted; absent where it is only reported. */
  readonly f1AtLeast?: number;
  readonly run: (folder: URL) => Judged;
}

export const KNOWN_CASES: readonly KnownCase[] = [
  { name: 'FEBRL4 link, without number', f1AtLeast: 0.998, run: (folder) => linkFebrl4(folder, FEBRL) },
  { name: 'FEBRL4 link, with number', f1AtLeast: 0.9998, run: (folder) => linkFebrl4(folder, FEBRL_WITH_NUMBER) },
  { name: 'FEBRL3 dedupe, without number', f1AtLeast: 0.993, run: (folder) => dedupeFebrl3(folder, FEBRL) },
  { name: 'FEBRL3 dedupe, with number', f1AtLeast: 0.999, run: (folder) => dedupeFebrl3(folder, FEBRL_WITH_NUMBER) },
  { name: 'Splink fake_1000 dedupe', run: (folder) => dedupeSplink(folder, 'splink_fake_1000.csv', FAKE_1000) },
  {
    name: 'Splink historical 50k dedupe',
    run: (folder) => dedupeSplink(folder, 'splink_historical_figures_50k.csv.gz', HISTORICAL_50K),
  },
];

function linkFebrl4(folder: URL, spec: LinkSpec): Judged {
  const left = readTable(new URL('febrl_dataset4a.csv', folder));
  const right = readTable(new URL('febrl_dataset4b.csv', folder));
  return judge(link(left, right, spec), febrlLabels(left), febrlLabels(right));
}

function dedupeFebrl3(folder: URL, spec: LinkSpec): Judged {
  const records = readTable(new URL('febrl_dataset3.csv', folder));
  const labels = febrlLabels(records);
  return judge(dedupe(records, spec), labels, labels);
}

function dedupeSplink(folder: URL, file: string, spec: LinkSpec): Judged {
  const records = readTable(new URL(file, folder));
  const labels = records.columns['cluster'] ?? [];
  return judge(dedupe(records, spec), labels, labels);
}

/** Two records are one person where the number in `rec-<number>-org` or `rec-<number>-dup-<n>` is the same. */
function febrlLabels(records: Records): string[] {
  return (records.columns['rec_id'] ?? []).map((id) => id.split('-')[1] ?? '');
}

interface Found {
  readonly pairs: readonly ScoredPair[];
  readonly review: readonly ScoredPair[];
  readonly stats: { readonly candidates: number };
}

function judge({ pairs, review, stats }: Found, leftLabels: readonly string[], rightLabels: readonly string[]): Judged {
  return { ...judgePairs(pairs, leftLabels, rightLabels), candidates: stats.candidates, review: review.length };
}
