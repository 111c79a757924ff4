import { hash } from 'node:crypto';

/** Columns of an event as `readEvents` wants them, for COPY in its binary form, in the order of chains. */
export const EVENTS_IN_ORDER = `SELECT instansi_id, nomor, waktu, pelaku, tindakan, sasaran, rincian, sebelum, sidik_jari
  FROM platform.jejak ORDER BY instansi_id, nomor`;

/** One event of a chain. Its bytes are overwritten by the next. */
export interface ChainedEvent {
  readonly instansi: number;
  readonly nomor: number;
  /** What the hash is of: as `platform.sidik_jejak` writes it. */
  readonly written: Buffer;
  /** Hashes, a character a byte. */
  readonly before: string;
  readonly own: string;
}

const SIGNATURE_BYTES = 11;
const COLUMNS = 9;
/** Microseconds from 1970 to 2000, where PostgreSQL begins to count. */
const EPOCH = 946_684_800_000_000;

/**
 * Reads events out of PostgreSQL's binary COPY and hands over each; gives how many there were. Memory is one piece of the stream
 * and one event.
 */
export async function readEvents(
  stream: AsyncIterable<Buffer>,
  onEvent: (event: ChainedEvent) => void,
): Promise<number> {
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let count = 0;
  for await (const piece of stream) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let at = 0;
    if (!isStarted) {
      if (bytes.length < SIGNATURE_BYTES + 8) {
        rest = bytes;
        continue;
      }
      at = SIGNATURE_BYTES + 8 + bytes.readInt32BE(SIGNATURE_BYTES + 4);
      isStarted = true;
    }
    for (;;) {
      const end = endOfRow(bytes, at);
      if (end === undefined) break;
      onEvent(eventAt(bytes, at + 2));
      count += 1;
      at = end;
    }
    // What is left is copied: the stream may use its piece again.
    rest = Buffer.from(bytes.subarray(at));
  }
  return count;
}

/** Where the row at `at` ends; undefined where it is not all there, or the rows are over. */
function endOfRow(bytes: Buffer, at: number): number | undefined {
  if (at + 2 > bytes.length || bytes.readInt16BE(at) !== COLUMNS) return undefined;
  let place = at + 2;
  for (let column = 0; column < COLUMNS; column++) {
    if (place + 4 > bytes.length) return undefined;
    place += 4 + bytes.readInt32BE(place);
  }
  return place > bytes.length ? undefined : place;
}

let scratch = Buffer.alloc(4096);

/** No objects are made for cells: there are hundreds of thousands of them a second. */
function eventAt(bytes: Buffer, start: number): ChainedEvent {
  // Each cell is its length and its bytes.
  const instansi = bytes.readInt32BE(start + 4);
  const nomor = readNumber(bytes, start + 12);
  const micros = readNumber(bytes, start + 24) + EPOCH;
  const actor = start + 32;
  const action = afterCell(bytes, actor);
  const target = afterCell(bytes, action);
  const details = afterCell(bytes, target);
  const previous = afterCell(bytes, details);
  const own = afterCell(bytes, previous);
  const end = afterCell(bytes, own);
  if (scratch.length < end - start + 200) scratch = Buffer.alloc((end - start + 200) * 2);
  let at = bytes.copy(scratch, 0, previous + 4, own);
  at += scratch.write(`${instansi} ${nomor} ${secondsOf(micros)}`, at, 'latin1');
  at = writeText(bytes, actor, action, at);
  at = writeText(bytes, action, target, at);
  at = writeText(bytes, target, details, at);
  scratch[at] = SPACE;
  // The first byte of a binary jsonb is its version.
  at += 1 + bytes.copy(scratch, at + 1, details + 5, previous);
  return {
    instansi,
    nomor,
    written: scratch.subarray(0, at),
    before: bytes.toString('latin1', previous + 4, own),
    own: bytes.toString('latin1', own + 4, end),
  };
}

const SPACE = 32;

/** Writes a cell's text with its length in signs in front; gives where the next goes. */
function writeText(bytes: Buffer, cell: number, end: number, to: number): number {
  let signs = 0;
  // UTF-8: every sign has one byte that does not continue another.
  for (let at = cell + 4; at < end; at++) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) signs += 1;
  const at = to + scratch.write(` ${signs} `, to, 'latin1');
  return at + bytes.copy(scratch, at, cell + 4, end);
}

function afterCell(bytes: Buffer, cell: number): number {
  return cell + 4 + bytes.readInt32BE(cell);
}

/** A whole number of eight bytes; those of this table are far below 2^53. */
function readNumber(bytes: Buffer, at: number): number {
  return bytes.readInt32BE(at) * 4_294_967_296 + bytes.readUInt32BE(at + 4);
}

/** Microseconds as PostgreSQL writes seconds: six decimals. */
function secondsOf(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** Whether an event's own hash is that of what it says. */
export function isAsWritten({ written, own }: ChainedEvent): boolean {
  return hash('sha256', written, 'binary') === own;
}
