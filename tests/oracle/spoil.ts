import { readFileSync, writeFileSync } from 'node:fs';

/** Cells that stand for nothing, odd forms of dates and numbers, and texts that are damaged or only look so. */
const ODD_CELLS = [
  ['', '-', '--', '.', 'NULL', 'n/a', '\\N', "'", '0', '00', '0000-00-00', '00-00-0000', '0001-01-01', '1900-01-00'],
  ['1970-01-01', '31-02-2001', '29/02/2000', '1 Jan 2001', '12 Agustus 1999', '36526', '2020', '20200101', '01012020'],
  ['2001-05-06T00:00:00Z', '2001-05-06 10:11:12', '2001-05-06 10:1:12', '2001/05/06', '5/6/2001', '05.06.2001'],
  ['1.99201E+17', '12345678', '123456789', '8.0', '1990,5', '12-03', '12 Tahun 3 Bulan', '+62 812-3456-7890'],
  ['08123456789/08129876543', '3a', 'III/a', '131', '17', 'XII', 'X', '99', '1', '2', '3', '01', '1A', 'a@b.id'],
  ['H. SITI, S.Pd', 'dr. BUDI', "MA'RUF", 'MA’RUF', 'MAâ€™RUF', 'SITI \u00a0', '\u00a0', 'Ö', '=1+1', 'null '],
  ['KAB. SEMARANG', 'KOTA SEMARANG', 'SEMARANG', 'SD NEGERI 1'],
]
  .flat()
  .map((text) => Buffer.from(text).toString('latin1'));

/** Fractions in [0, 1) that are the same for one seed on every machine. */
function fractions(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * Spoils about one cell in `every` of a CSV in its place: odd cells, the value of another row, letters lost or swapped,
 * blanks and apostrophes around. Rows with quotes are left alone. The same seed spoils the same cells.
 */
export function spoilCsv(path: string, seed: number, every: number): void {
  const next = fractions(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const lines = readFileSync(path, 'latin1').split('\n');
  const heading = lines[0] ?? '';
  const delimiter = heading.split(';').length > heading.split(',').length ? ';' : ',';
  const rows = lines.map((line) => line.split(delimiter));
  const plain = rows.slice(1).filter((cells, at) => cells.length === rows[0]?.length && !lines[at + 1]?.includes('"'));

  const before = plain.map((cells) => [...cells]);
  const spoil = (cell: string, column: number): string => {
    const at = Math.floor(next() * cell.length);
    const ways = [
      () => pick(ODD_CELLS) ?? '',
      () => pick(ODD_CELLS) ?? '',
      () => pick(before)?.[column] ?? '',
      () => `  ${cell} `,
      () => `'${cell}`,
      () => cell.toLowerCase(),
      () => cell.slice(0, at) + cell.slice(at + 1),
      () =>
        cell.slice(0, at) +
        cell
          .slice(at, at + 2)
          .split('')
          .toReversed()
          .join('') +
        cell.slice(at + 2),
    ];
    const spoilt = (pick(ways)?.() ?? cell).replaceAll('\r', '');
    return spoilt.includes(delimiter) ? `"${spoilt}"` : spoilt;
  };

  for (const [index, cells] of plain.entries()) {
    // The last cell carries the line end.
    for (let column = 0; column < cells.length - 1; column++) {
      if (next() * every < 1) cells[column] = spoil(before[index]?.[column] ?? '', column);
    }
  }
  writeFileSync(path, Buffer.from(rows.map((cells) => cells.join(delimiter)).join('\n'), 'latin1'));
}
