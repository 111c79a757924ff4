export interface TestField {
  readonly name: string;
  readonly type: string;
  readonly length: number;
  readonly decimals?: number;
}

export interface TestDbf {
  readonly version?: number;
  readonly language?: number;
  readonly fields: readonly TestField[];
  /** Cells of a record as bytes or text (padded with blanks); a leading "*" entry marks a deleted record. */
  readonly records: readonly { readonly deleted?: boolean; readonly cells: readonly (string | Buffer)[] }[];
  /** Records that the header promises, where it lies. */
  readonly promised?: number;
  readonly tail?: string;
}

/** The bytes of a DBF file, written after the published layout and by none of the reader's code. */
export function makeDbf(table: TestDbf): Buffer {
  const { fields, records } = table;
  const recordBytes = 1 + fields.reduce((sum, field) => sum + field.length, 0);
  const header = Buffer.alloc(32 + fields.length * 32 + 1);
  header[0] = table.version ?? 3;
  header.set([125, 10, 1], 1);
  header.writeUInt32LE(table.promised ?? records.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(recordBytes, 10);
  header[29] = table.language ?? 0;
  for (const [index, field] of fields.entries()) {
    const at = 32 + index * 32;
    header.write(field.name, at, 'latin1');
    header.write(field.type, at + 11, 'latin1');
    header[at + 16] = field.length;
    header[at + 17] = field.decimals ?? 0;
  }
  header[header.length - 1] = 0x0d;
  return Buffer.concat([
    header,
    ...records.map((record) => makeRecord(record, fields)),
    Buffer.from(table.tail ?? '\x1a'),
  ]);
}

function makeRecord(record: TestDbf['records'][number], fields: readonly TestField[]): Buffer {
  const cells = fields.map((field, index) => {
    const cell = record.cells[index] ?? '';
    const bytes = typeof cell === 'string' ? Buffer.from(cell) : cell;
    return Buffer.concat([bytes, Buffer.alloc(Math.max(0, field.length - bytes.length), ' ')]).subarray(
      0,
      field.length,
    );
  });
  return Buffer.concat([Buffer.from(record.deleted === true ? '*' : ' '), ...cells]);
}
