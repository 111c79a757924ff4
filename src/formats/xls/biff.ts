/** Kinds of record of an Excel 5 to 2003 workbook stream ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  mergedCells: 0x00e5,
  sst: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const;

/** Version that the first record of a workbook of Excel 97 to 2003 names; older ones write text in a code page. */
export const BIFF8 = 0x0600;

/** A record: its kind and the range of its content. */
export interface BiffRecord {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
}

/** The records from a place on, up to the end of the stream; the last one may be cut. */
export function* recordsFrom(stream: Buffer, start: number): Generator<BiffRecord, void, undefined> {
  for (let at = start; at + 4 <= stream.length; ) {
    const to = at + 4 + stream.readUInt16LE(at + 2);
    if (to > stream.length) return;
    yield { kind: stream.readUInt16LE(at), from: at + 4, to };
    at = to;
  }
}

/** The number in the four bytes of an RK value: 30 bits of an integer or of a floating number, perhaps a hundredth. */
export function readRk(stream: Buffer, at: number): number {
  const raw = stream.readInt32LE(at);
  const number = raw & 2 ? raw >> 2 : doubleOf(raw & ~3);
  return raw & 1 ? number / 100 : number;
}

const EIGHT = Buffer.alloc(8);

function doubleOf(high: number): number {
  EIGHT.writeInt32LE(high, 4);
  return EIGHT.readDoubleLE(0);
}
