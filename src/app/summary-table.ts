import { number } from '#kernel/number-format.ts';
import type { Summary } from '#reconcile';

const COLUMNS = [
  'Instansi',
  'Pasangan',
  'Beda',
  'Mirip',
  'Kosong Simpeg',
  'Kosong BKN',
  'Tak terbanding',
  'Hanya Simpeg',
  'Hanya BKN',
  'Karantina',
  'Isian rusak',
] as const;

/** The readable table that ends a run: one line an instansi, totals below, numbers in Indonesian form. */
export function formatSummaryTable(summary: Summary): string {
  const rows = summary.selisih.per_instansi.map((row) => [
    `${row.instansi} ${row.nama.replace('Pemerintah ', '')}`,
    row.pasangan,
    row.selisih['beda'] ?? 0,
    row.selisih['mirip'] ?? 0,
    row.selisih['kosong_simpeg'] ?? 0,
    row.selisih['kosong_bkn'] ?? 0,
    row.selisih['tak_terbandingkan'] ?? 0,
    row.hanya_simpeg,
    row.hanya_bkn,
    row.karantina,
    row.isian_karantina,
  ]);
  const totals = COLUMNS.slice(1).map((_, column) => rows.reduce((sum, row) => sum + Number(row[column + 1]), 0));
  const lines = [[...COLUMNS], ...rows.map(toTexts), toTexts(['Jumlah', ...totals])];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return ['', text[0], rule, ...text.slice(1, -1), rule, text.at(-1), '', formatFiles(summary)].join('\n');
}

const toTexts = (row: readonly (string | number)[]): string[] =>
  row.map((cell) => (typeof cell === 'number' ? number.format(cell) : cell));

/** The control total: nothing read is lost. */
function formatFiles({ berkas, ganda }: Summary): string {
  const sum = (of: (file: Summary['berkas'][number]) => number): string =>
    number.format(berkas.reduce((total, file) => total + of(file), 0));
  const rows = `${sum(({ dibaca }) => dibaca)} baris dibaca = ${sum(({ diterima }) => diterima)} diterima + ${sum(({ karantina }) => karantina)} dikarantina; ${sum((file) => file.isian_karantina)} isian di baris lain dikarantina.`;
  const files = ganda.dua_berkas === 0 ? '' : `${number.format(ganda.dua_berkas)} di dua berkas satu instansi, `;
  return `${rows} Baris ganda: ${number.format(ganda.dalam_berkas)} dalam satu berkas, ${files}${number.format(ganda.dua_instansi)} diakui dua instansi.`;
}
