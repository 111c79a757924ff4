import { closeSource, type RowPlace, type RowProblem, type Source, splitTablePath, stopSignal } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { describeProblem, type Problem, type ProblemCode, problem, RefusedFile } from '#kernel/problem.ts';
import type { Result } from '#kernel/result.ts';
import { compareText } from '#kernel/text.ts';
import {
  compilePlan,
  createRow,
  fitRecipe,
  loadLookups,
  openDelivered,
  openRows,
  type Plan,
  type Recipe,
  type Row,
  type Understand,
} from '#mapping';
import { RoundedNiks } from './rounded-nik.ts';

export interface RowCounts {
  readonly dibaca: number;
  readonly diterima: number;
  readonly karantina: number;
  /** Single values that were not used, in rows that otherwise were. */
  readonly isian_karantina: number;
  /** How often each reason stands in the quarantine, of rows and of values. */
  readonly kode_karantina: Readonly<Partial<Record<ProblemCode, number>>>;
}

/** One of several sheets or tables that are read as one: its first and last row, as `baris` of the result counts them. */
export interface StackedPart {
  readonly tabel: string;
  readonly dari: number;
  readonly sampai: number;
}

/** What a pass over a delivery counted; `susunan` is empty where it is one table. */
export interface ReadCounts extends RowCounts {
  readonly susunan: readonly StackedPart[];
  /** The NIKs were rounded by a spreadsheet: all were refused after the rows were given out. */
  readonly isNikRounded: boolean;
}

/** A delivery that can be read row by row in canonical form. */
export interface Delivery {
  readonly recipe: Recipe;
  readonly plan: Plan;
  /**
   * Reads all rows once. `onRow` gets each usable row (the same object every time); `onDropped` each row that its file or
   * recipe does not let through, after its reason was written to the quarantine.
   */
  read(
    onRow: (row: Row, dataRow: number) => void,
    onDropped?: (row: Row, code: ProblemCode) => void,
  ): Promise<ReadCounts>;
}

/** Where the rows of a table go. */
export interface RowSink {
  write(cells: readonly string[]): void;
}

export interface DeliveryInput {
  readonly source: Source;
  readonly recipe: Recipe;
  /** Name of the file as the person gave it, for karantina.csv. */
  readonly nama: string;
  readonly understand: Understand;
  /** Day for which the data are read. */
  readonly per?: LocalDate | undefined;
  readonly quarantine: RowSink;
}

/** Opens a delivery for as long as `use` works on it, or says in one sentence why it cannot be used. */
export async function withDelivery<T>(
  berkas: string,
  use: (source: Source, tabel: string | undefined) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const path = splitTablePath(berkas);
  const source = await openDelivered(path.berkas, path.tabel);
  if (!source.ok) return source;
  try {
    return await use(source.value, path.tabel);
  } finally {
    await closeSource(source.value);
  }
}

export async function openDelivery(input: DeliveryInput): Promise<Delivery> {
  const { nama, quarantine } = input;
  const { source, recipe } = fitRecipe(input.source, input.recipe);
  const rows = await openRows(source, recipe, input.per);
  const lookups = await loadLookups(source, recipe);
  let dataRow = 0;
  let place: RowPlace | undefined;
  let placeRow: number | undefined;
  const nikColumn = recipe.kolom.find(({ kanonik }) => kanonik === 'nik')?.sumber ?? 'nik';
  const columnName = (column: number): string => rows.columns[column] ?? `Kolom ${column + 1}`;
  // several sheets or tables: the row as who opens that one sees it stands in front of the sentence
  const at = (row: number | undefined): string => (place ? describePlace(place, row) : '');
  let isian = 0;
  const codes = new Map<ProblemCode, number>();
  const quarantineCell = (row: number, column: string, value: string, code: ProblemCode, sentence: string): void => {
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (column !== '') isian += 1;
    quarantine.write([nama, String(row), column, value, code, sentence]);
  };
  const plan = compilePlan({
    recipe,
    columns: rows.columns,
    lookups,
    understand: input.understand,
    report: (column, value, code) => {
      const sentence = `${at(placeRow)}${describeProblem(problem(code))}`;
      quarantineCell(dataRow, columnName(column), value, code, sentence);
    },
  });
  const quarantineRow = (row: number, code: ProblemCode, sentence: string): void => {
    quarantineCell(row, '', '', code, sentence);
  };
  const listProblem = ({ row, column, value, problem: found, placeRow: there }: RowProblem): void => {
    const sentence = `${at(there)}${describeProblem(found)}`;
    if (column < 0) quarantineRow(row, found.code, sentence);
    else quarantineCell(row, columnName(column), value, found.code, sentence);
  };

  return {
    recipe,
    plan,
    async read(onRow, onDropped) {
      const row = createRow();
      const susunan: StackedPart[] = [];
      const niks = new RoundedNiks();
      let diterima = 0;
      let karantina = 0;
      for await (const block of rows.blocks) {
        if (stopSignal.aborted) throw new RefusedFile(problem('DIBATALKAN'));
        place = block.place;
        const before = diterima + karantina;
        for (const found of block.problems) {
          listProblem(found);
          if (found.column < 0) karantina += 1;
        }
        for (let index = 0; index < block.rows; index++) {
          dataRow = block.rowNumbers[index] as number;
          if (place) placeRow = place.rows[index];
          const code = plan.readRow(block, index, row);
          if (code === undefined) {
            diterima += 1;
            niks.note(row, dataRow, () => at(placeRow));
            onRow(row, dataRow);
          } else {
            karantina += 1;
            const sentence = `${at(placeRow)}${describeProblem(problem(code))}`;
            quarantineRow(dataRow, code, sentence);
            onDropped?.(row, code);
          }
        }
        if (place) countPart(susunan, place, diterima + karantina - before);
      }
      const rounded = niks.list();
      for (const { baris, nik, tempat } of rounded) {
        const sentence = `${tempat}${describeProblem(problem('NIK_DIBULATKAN'))}`;
        quarantineCell(baris, nikColumn, nik, 'NIK_DIBULATKAN', sentence);
      }
      const kode = [...codes].toSorted(([a], [b]) => compareText(a, b));
      return {
        dibaca: diterima + karantina,
        diterima,
        karantina,
        isian_karantina: isian,
        kode_karantina: Object.fromEntries(kode),
        susunan,
        isNikRounded: rounded.length > 0,
      };
    },
  };
}

const describePlace = ({ nama, jenis }: RowPlace, row: number | undefined): string =>
  jenis === 'lembar'
    ? `Lembar "${nama}"${row ? ` baris ${row}` : ''}: `
    : `Tabel "${nama}"${row ? ` baris data ${row}` : ''}: `;

/** Parts follow each other, so that rows always belong to the last one or begin the next. */
function countPart(parts: StackedPart[], { nama }: RowPlace, rows: number): void {
  const last = parts.at(-1);
  const dari = (last?.sampai ?? 0) + 1;
  if (last && last.tabel === nama) parts[parts.length - 1] = { ...last, sampai: last.sampai + rows };
  else if (rows > 0) parts.push({ tabel: nama, dari, sampai: dari + rows - 1 });
}
