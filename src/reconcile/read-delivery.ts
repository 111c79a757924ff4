import { closeSource, type RowProblem, type Source, splitTablePath, stopSignal, type TablePath } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { describeProblem, type Problem, type ProblemCode, problem, RefusedFile } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { compareText } from '#kernel/text.ts';
import {
  compilePlan,
  createRow,
  loadLookups,
  openDelivered,
  openRows,
  type Plan,
  type Recipe,
  type Row,
  type Understand,
} from '#mapping';

export interface RowCounts {
  readonly dibaca: number;
  readonly diterima: number;
  readonly karantina: number;
  /** Single values that were not used, in rows that otherwise were. */
  readonly isian_karantina: number;
  /** How often each reason stands in the quarantine, of rows and of values. */
  readonly kode_karantina: Readonly<Partial<Record<ProblemCode, number>>>;
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
  ): Promise<RowCounts>;
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
  const source = await openDeliveryFile(path);
  if (!source.ok) return source;
  try {
    return await use(source.value, path.tabel);
  } finally {
    await closeSource(source.value);
  }
}

async function openDeliveryFile(path: TablePath): Promise<Result<Source, Problem>> {
  const source = await openDelivered(path.berkas);
  if (!source.ok || path.tabel === undefined) return source;
  if (source.value.tables.some(({ name }) => name === path.tabel)) return ok(source.value);
  await closeSource(source.value);
  const ada = source.value.tables.map(({ name }) => name).join(', ');
  return fail(problem('TABEL_TIDAK_ADA', { tabel: path.tabel, berkas: path.berkas, ada }));
}

export async function openDelivery(input: DeliveryInput): Promise<Delivery> {
  const { source, recipe, nama, quarantine } = input;
  const rows = await openRows(source, recipe, input.per);
  const lookups = await loadLookups(source, recipe);
  let dataRow = 0;
  let isian = 0;
  const codes = new Map<ProblemCode, number>();
  const quarantineCell = (row: number, column: string, value: string, code: ProblemCode, sentence: string): void => {
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (column !== '') isian += 1;
    quarantine.write([nama, String(row), column, value, code, sentence]);
  };
  const columnName = (column: number): string => rows.columns[column] ?? '';
  const plan = compilePlan({
    recipe,
    columns: rows.columns,
    lookups,
    understand: input.understand,
    report: (column, value, code) => {
      quarantineCell(dataRow, columnName(column), value, code, describeProblem(problem(code)));
    },
  });
  const quarantineRow = (row: number, code: ProblemCode, sentence: string): void => {
    quarantineCell(row, '', '', code, sentence);
  };
  const listProblem = ({ row, column, value, problem: found }: RowProblem): void => {
    if (column < 0) quarantineRow(row, found.code, describeProblem(found));
    else quarantineCell(row, columnName(column), value, found.code, describeProblem(found));
  };

  return {
    recipe,
    plan,
    async read(onRow, onDropped) {
      const row = createRow();
      let diterima = 0;
      let karantina = 0;
      for await (const block of rows.blocks) {
        if (stopSignal.aborted) throw new RefusedFile(problem('DIBATALKAN'));
        for (const found of block.problems) {
          listProblem(found);
          if (found.column < 0) karantina += 1;
        }
        for (let index = 0; index < block.rows; index++) {
          dataRow = block.rowNumbers[index] as number;
          const code = plan.readRow(block, index, row);
          if (code === undefined) {
            diterima += 1;
            onRow(row, dataRow);
          } else {
            karantina += 1;
            quarantineRow(dataRow, code, describeProblem(problem(code)));
            onDropped?.(row, code);
          }
        }
      }
      const kode = [...codes].toSorted(([a], [b]) => compareText(a, b));
      return {
        dibaca: diterima + karantina,
        diterima,
        karantina,
        isian_karantina: isian,
        kode_karantina: Object.fromEntries(kode),
      };
    },
  };
}
