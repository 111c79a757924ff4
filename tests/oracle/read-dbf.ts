import { decode, type DataRow, type Table, uniqueNames } from './table.ts';

const HIGH_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const codePage850 = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : HIGH_850.charAt(byte - 0x80))).join('');

/** A dBASE III file with texts, numbers, dates and booleans, in code page 850: records of fixed width, each with a mark. */
export function readDbf(bytes: Buffer): Table {
  if (bytes[29] !== 2) throw new Error('Only code page 850 is read here');
  const [headerBytes, recordBytes] = [bytes.readUInt16LE(8), bytes.readUInt16LE(10)];
  const fields: { name: string; start: number; end: number }[] = [];
  for (let at = 32, start = 1; bytes[at] !== 13; at += 32) {
    const end = start + (bytes[at + 16] ?? 0);
    fields.push({ name: bytes.toString('latin1', at, at + 11).replace(/\0.*$/, ''), start, end });
    start = end;
  }
  const rows: DataRow[] = [];
  const refused: { baris: number; kode: string }[] = [];
  for (let record = 0; record < bytes.readUInt32LE(4); record++) {
    const at = headerBytes + record * recordBytes;
    const letters = bytes.toString('latin1', at, at + recordBytes);
    const cells = fields.map(({ start, end }) => decode(letters.slice(start, end).replace(/[ \0]+$/, ''), codePage850));
    if (letters.startsWith('*')) refused.push({ baris: record + 1, kode: 'BARIS_TERHAPUS' });
    else rows.push({ baris: record + 1, cells });
  }
  return { columns: uniqueNames(fields.map(({ name }) => name)), rows, refused };
}
