import { createLot, dice, type Lot, seedOf, shuffled } from '../dice.ts';
import type { Column } from '../offices/column.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import { addLocal, renameSome, shorten } from '../offices/vary.ts';
import type { ColumnDefect } from './columns.ts';
import { type DefectChoice, rateOf } from './rates.ts';

export interface ChangedHeaders {
  readonly columns: readonly Column[];
  /** New name of the sheet, where it changed. */
  readonly sheet: string | undefined;
  /** What changed with this delivery. */
  readonly defects: readonly ColumnDefect[];
}

const SHEETS = ['Data Pegawai', 'PNS', 'Rekap', 'data', 'Pegawai Aktif'] as const;
/** Workbooks that hold all people on one sheet of a fixed name. */
const ONE_SHEET: ReadonlySet<string> = new Set(['E3', 'F1', 'F2']);

/**
 * D28: what became of the headings by the n-th further delivery. In each delivery that is hit some columns are renamed, one changes its
 * place, one is added or dropped or both, and a sheet may get another name; later deliveries keep it so.
 */
export function changeHeaders(
  columns: readonly Column[],
  profile: OfficeProfile,
  delivery: number,
  benih: string,
  choice: DefectChoice,
): ChangedHeaders {
  const rate = rateOf('D28', profile, choice);
  let now: ChangedHeaders = { columns, sheet: undefined, defects: [] };
  for (let number = 1; number <= delivery; number++) {
    const key = `${benih}/judul/${profile.kode}/${number}`;
    now = dice(seedOf(key), 0) < rate ? changeOnce(now, profile, createLot(key)) : { ...now, defects: [] };
  }
  return now;
}

function changeOnce({ columns, sheet }: ChangedHeaders, profile: OfficeProfile, lot: Lot): ChangedHeaders {
  const defects: ColumnDefect[] = [];
  const note = (now: Column | undefined, before: Column | undefined): void => {
    const column = now?.name ?? before?.name ?? '';
    const kanonik = (now ?? before)?.canonical ?? '';
    defects.push({ cacat: 'D28', column, kanonik, harapan: 'peringatan', tertulis: now?.name, benar: before?.name });
  };
  const longest = profile.container === 'dbf' ? 10 : undefined;
  const renamed = shorten(renameSome(columns, lot), longest);
  renamed.forEach((column, i) => {
    if (column.name !== columns[i]?.name) note(column, columns[i]);
  });
  let result = renamed;
  const moved = shuffled(result.slice(1), lot)[0];
  if (moved) {
    result = [...result.filter((column) => column !== moved), moved];
    note(moved, moved);
  }
  const change = lot.below(3);
  if (change !== 0) {
    result = shorten(addLocal(result, lot), longest);
    note(result.at(-1), undefined);
  }
  const dropped =
    change === 1
      ? undefined
      : shuffled(
          result.filter((column) => column.optional),
          lot,
        )[0];
  if (dropped) {
    result = result.filter((column) => column !== dropped);
    note(undefined, dropped);
  }
  if (!ONE_SHEET.has(profile.version) || profile.container !== 'xlsx' || lot.chance(0.5))
    return { columns: result, sheet, defects };
  const renamedSheet = lot.pick(SHEETS.filter((name) => name !== sheet));
  const before = sheet ?? '';
  defects.push({ ...SHEET_CHANGED, tertulis: renamedSheet, benar: before });
  return { columns: result, sheet: renamedSheet, defects };
}

const SHEET_CHANGED = { cacat: 'D28', column: '', kanonik: '', harapan: 'peringatan' } as const;
