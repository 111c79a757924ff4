import { number } from '#kernel/number-format.ts';
import type { ColumnMapping, Recipe } from '#mapping';

/** A proposed recipe as people look it over: one line a column that is used, what is in doubt first. */

const HEAD = ['Kolom di berkas', 'Isian', 'Tingkat', 'Bukti'] as const;
const WIDEST_NAME = 40;
const LEAST_EVIDENCE = 20;

/** The lines of the view; none is wider than `width`, save where the window is very narrow. */
export function formatRecipeView(
  { berkas, tabel, baris, kolom, rahasia, saring, gabung }: Recipe,
  width: number,
): string {
  const used = kolom.filter(({ kanonik }) => kanonik !== null);
  const unused = kolom
    .filter(({ kanonik, sumber }) => kanonik === null && !rahasia.includes(sumber))
    .map(({ sumber }) => sumber);
  const rows = [HEAD, ...used.map((column) => [column.sumber, column.kanonik ?? '', column.tingkat, column.bukti])];
  const widths = HEAD.map((_, at) => Math.min(WIDEST_NAME, Math.max(...rows.map((row) => (row[at] ?? '').length))));
  const room = width - widths.slice(0, 3).reduce((sum, one) => sum + one + 2, 0);
  const lines = rows.map((row) => {
    const [name = '', ...rest] = row.slice(0, 3).map((cell, at) => cut(cell, widths[at] ?? 0).padEnd(widths[at] ?? 0));
    return [name, ...rest, cut(row[3] ?? '', Math.max(LEAST_EVIDENCE, room))].join('  ').trimEnd();
  });
  const doubtful = used.filter(({ tingkat }) => tingkat === 'lemah' || tingkat === 'tidak');
  const counted = baris === 0 ? '' : `, ${number.format(baris)} baris`;
  return [
    `${berkas}, tabel ${tabel}${counted}: ${used.length} dari ${kolom.length} kolom dipakai.`,
    '',
    ...lines,
    '',
    ...list('Tidak dipakai', unused, width),
    ...list('Dirahasiakan, tidak pernah dibaca', rahasia, width),
    ...list(
      'Baris disaring menurut',
      saring.map(({ sumber }) => sumber),
      width,
    ),
    ...list(
      'Riwayat yang digabung',
      gabung.map((join) => join.tabel),
      width,
    ),
    ...list('Perlu Anda periksa, karena buktinya lemah', doubtful.map(nameBoth), width),
  ].join('\n');
}

const nameBoth = ({ sumber, kanonik }: ColumnMapping): string => `${sumber} = ${kanonik ?? ''}`;

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** "Tidak dipakai: a, b, c", broken between names; nothing where there are none. */
function list(title: string, names: readonly string[], width: number): string[] {
  if (names.length === 0) return [];
  const lines = [`${title} (${names.length}):`];
  for (const [index, name] of names.entries()) {
    const text = index === names.length - 1 ? name : `${name},`;
    const last = lines.at(-1) ?? '';
    if (last.length + 1 + text.length <= width) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(`  ${text}`);
  }
  return lines;
}
