import type { Reporter, TestModule } from 'vitest/node';

/** A line of figures that a test leaves (`tests/faults/size.ts`). */
interface Figure {
  readonly uji: string;
  readonly dicoba: string;
  readonly jumlah: number;
  readonly terlarang: string;
  readonly ditemukan: number;
}

/**
 * Ends a test run with the figures of the suites of faults, and with one line that scripts can read: "N passed, N failed" (and how many
 * were skipped).
 */
class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 };
    const figures: Figure[] = [];
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      if (!module.ok() && tests.every((test) => test.result().state !== 'failed')) count.failed += 1;
      for (const test of tests) {
        const { state } = test.result();
        if (state === 'passed') count.passed += 1;
        else if (state === 'failed') count.failed += 1;
        else count.skipped += 1;
        figures.push(...((test.meta() as { readonly angka?: readonly Figure[] }).angka ?? []));
      }
    }
    if (figures.length > 0) process.stdout.write(`\n${tableOf(figures)}\n`);
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}

function tableOf(figures: readonly Figure[]): string {
  const number = new Intl.NumberFormat('id-ID');
  const rows = figures
    .toSorted((a, b) => a.uji.localeCompare(b.uji))
    .map((each) => [each.uji, each.dicoba, number.format(each.jumlah), each.terlarang, number.format(each.ditemukan)]);
  const lines = [['Uji', 'Dicoba', 'Jumlah', 'Tidak boleh ada', 'Ditemukan'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const align = (cell: string, column: number): string =>
    column === 2 || column === 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return lines.map((line) => line.map(align).join('  ').trimEnd()).join('\n');
}

export default CountReporter;
