/** One line of `tercapai` in parameter.json. */
export interface RateLine {
  readonly cacat: string;
  readonly profil: string;
  readonly satuan: number;
  readonly diminta: number;
  readonly dibuat: number;
  readonly tertinggal: number;
}

export interface RateSum {
  readonly cacat: string;
  readonly satuan: number;
  readonly diminta: number;
  readonly dibuat: number;
  readonly tertinggal: number;
  /** Within a tenth of what was asked for, with the luck that small numbers need. */
  readonly tercapai: boolean;
}

/** Share by which a rate may miss what was asked for. */
const TENTH = 0.1;
/** Standard errors that luck is given; and cases that 36 offices may round away or add. */
const ERRORS = 4;
const ROUNDING = 6;

/** Sums the profiles up and judges each rate. */
export function judgeRates(lines: readonly RateLine[]): readonly RateSum[] {
  const byDefect = Map.groupBy(lines, ({ cacat }) => cacat);
  return [...byDefect].map(([cacat, rows]) => {
    const sum = (of: (row: RateLine) => number): number => rows.reduce((total, row) => total + of(row), 0);
    const line = {
      cacat,
      satuan: sum(({ satuan }) => satuan),
      diminta: sum(({ diminta }) => diminta),
      dibuat: sum(({ dibuat }) => dibuat),
      tertinggal: sum(({ tertinggal }) => tertinggal),
    };
    return { ...line, tercapai: isReached(line) };
  });
}

/** What came about by itself is never taken away: then there may be more than was asked for, but nothing is added on top. */
function isReached({ diminta, dibuat, tertinggal }: Omit<RateSum, 'tercapai'>): boolean {
  const room = Math.max(TENTH * diminta, ERRORS * Math.sqrt(diminta) * (diminta < 1600 ? 1 : 0)) + ROUNDING;
  const enough = dibuat + tertinggal >= diminta - room;
  return enough && dibuat <= diminta + room;
}

/** The table for people. */
export function formatRates(sums: readonly RateSum[]): string {
  const head = ['cacat', 'satuan', 'diminta', 'dibuat', 'tertinggal', 'dibuat/diminta', 'dengan tertinggal', ''];
  const rows = sums.map(({ cacat, satuan, diminta, dibuat, tertinggal, tercapai }) => [
    cacat,
    String(satuan),
    diminta.toFixed(1),
    String(dibuat),
    String(tertinggal),
    (dibuat / diminta).toFixed(3),
    ((dibuat + tertinggal) / diminta).toFixed(3),
    tercapai ? '' : 'MELESET',
  ]);
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  return [head, ...rows].map((row) => row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ')).join('\n');
}
