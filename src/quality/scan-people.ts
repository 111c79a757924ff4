import { cellText, type RowBlock, type RowProblem } from '#formats';
import type { Reference } from '#reference';
import type { IkdPerson } from '#rules/ikd/person.ts';
import type { IkdSettings } from '#rules/ikd/settings.ts';
import { findExportColumns } from './export-columns.ts';
import { createPersonReader, readText } from './read-person.ts';

/** Told of each block how many rows of it were accepted, and what stood in it and could not be read. */
export type OnRows = (diterima: number, problems: readonly RowProblem[]) => void;

/** An export with all that is needed to judge its people. */
export interface IkdInput {
  /** Headings of the table. */
  readonly columns: readonly string[];
  readonly blocks: AsyncIterable<RowBlock>;
  readonly reference: Reference;
  readonly settings: IkdSettings;
  readonly onRows?: OnRows | undefined;
}

/** Who a row is about, for the list of failing people. */
export interface Identity {
  /** 1-based data row. */
  readonly baris: number;
  readonly nip: string;
  readonly nama: string;
}

export interface PeopleBlock {
  /** Rows of the block that could not be read at all. */
  readonly karantina: number;
  readonly people: readonly IkdPerson[];
  identify(index: number): Identity;
}

/** Walks through the people of an export in the order of the file; `identify` holds until the next block. */
export async function* scanPeople({ columns, blocks, reference, onRows }: IkdInput): AsyncIterable<PeopleBlock> {
  const position = findExportColumns(columns);
  const read = createPersonReader(position, reference);
  const [nip, nama] = [position('nip'), position('nama')];
  for await (const block of blocks) {
    const people: IkdPerson[] = [];
    for (let row = 0; row < block.rows; row++) people.push(read(block, row));
    onRows?.(block.rows, block.problems);
    yield {
      karantina: block.problems.filter(({ column }) => column < 0).length,
      people,
      identify: (row) => ({
        baris: block.rowNumbers[row] ?? 0,
        nip: textAt(block, row, nip),
        nama: textAt(block, row, nama),
      }),
    };
  }
}

function textAt(block: RowBlock, row: number, column: number): string {
  const text = column < 0 ? undefined : readText(cellText(block, row, column));
  return text === undefined || text === 'kosong' ? '' : text;
}
