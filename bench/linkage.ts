// Quality of record linkage on public sets with known truth: precision, recall and F1 at the thresholds fixed in the code.
import { LARGEST_BLOCK, THRESHOLDS } from '../src/linkage/index.ts';
import { KNOWN_CASES } from '../src/linkage/known-sets/cases.ts';
import { findKnownSets } from '../src/linkage/known-sets/table.ts';
import { printTable, saveResult } from './lib/figures.ts';

const HEADINGS = ['set', 'candidates', 'found', 'right', 'true', 'precision', 'recall', 'F1', 'bar', 'review', 'CPU s'];

const folder = findKnownSets();
if (folder) measure(folder);
else console.log('Linkage not measured: the folder shared/data/linkage beside the project is absent.');

function measure(sets: URL): void {
  console.log(
    `Match from ${THRESHOLDS.match} bits, review from ${THRESHOLDS.review} bits, blocks of at most ${LARGEST_BLOCK} pairs`,
  );
  const figures: object[] = [];
  const rows = KNOWN_CASES.map(({ name, f1AtLeast, run }) => {
    const before = process.cpuUsage();
    const judged = run(sets);
    const { user, system } = process.cpuUsage(before);
    figures.push({ name, f1AtLeast, ...judged });
    const shares = [judged.precision, judged.recall, judged.f1].map((share) => share.toFixed(5));
    const counts = [judged.candidates, judged.found, judged.right, judged.truePairs].map(String);
    const bar = f1AtLeast === undefined ? '-' : `${f1AtLeast} ${judged.f1 >= f1AtLeast ? 'held' : 'MISSED'}`;
    return [name, ...counts, ...shares, bar, String(judged.review), ((user + system) / 1e6).toFixed(2)];
  });
  printTable([HEADINGS, ...rows]);
  saveResult('linkage', { thresholds: THRESHOLDS, figures });
}
