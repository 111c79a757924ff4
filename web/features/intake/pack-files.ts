/**
 * Several files of one delivery as one ZIP, stored as they are: the portal reads an archive as one source, and the same files give the
 * same bytes, so that a broken upload goes on and a second one is recognised. The files themselves are not held in memory.
 */
export async function packFiles(files: readonly File[], name: string): Promise<File> {
  const ordered = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const names = uniqueNames(ordered.map((file) => file.name));
  const parts: (File | Uint8Array<ArrayBuffer>)[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [index, file] of ordered.entries()) {
    const path = new TextEncoder().encode(names[index]);
    const crc = await crcOf(file);
    const entry = { path, crc, size: file.size };
    const head = localHeader(entry);
    parts.push(head, file);
    directory.push(centralHeader(entry, at));
    at += head.length + file.size;
  }
  const length = directory.reduce((sum, one) => sum + one.length, 0);
  parts.push(...directory, endOf(ordered.length, length, at));
  return new File(parts, name, { type: 'application/zip' });
}

/** More than a plain archive can tell. */
const MOST_PACKED = 0xff_ff_ff_ff;

/** Why files cannot become one delivery, and what to do; undefined where they can. The portal reads no archive within an archive. */
export function unpackable(files: readonly Pick<File, 'name' | 'size'>[]): string | undefined {
  const archive = files.find(({ name }) => /\.(zip|rar|7z|tar|tgz|tar\.gz)$/i.test(name));
  if (archive)
    return `${archive.name} adalah arsip, yang tidak dapat disatukan dengan berkas lain: keluarkan isinya lalu pilih semua berkasnya sekaligus, atau kirim arsip itu tersendiri.`;
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_PACKED)
    return 'Berkas-berkas ini bersama-sama lebih besar dari 4 GB: kirim sebagai satu arsip ZIP yang dimampatkan.';
  return undefined;
}

/** Two files of one name in different folders must not be one. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const met = new Map<string, number>();
  return names.map((name) => {
    const n = (met.get(name) ?? 0) + 1;
    met.set(name, n);
    return n === 1 ? name : name.replace(/(\.[^.]*)?$/, ` (${n})$1`);
  });
}

interface Entry {
  readonly path: Uint8Array;
  readonly crc: number;
  readonly size: number;
}

/** 1 January 1980, as every entry: the same files are to give the same bytes. */
const DAY = 0x21;
/** Names are UTF-8. */
const UTF8 = 0x0800;

function localHeader({ path, crc, size }: Entry): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(30 + path.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04_03_4b_50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, UTF8, true);
  view.setUint16(12, DAY, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, size, true);
  view.setUint32(22, size, true);
  view.setUint16(26, path.length, true);
  bytes.set(path, 30);
  return bytes;
}

function centralHeader({ path, crc, size }: Entry, at: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(46 + path.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02_01_4b_50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  view.setUint16(8, UTF8, true);
  view.setUint16(14, DAY, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, size, true);
  view.setUint32(24, size, true);
  view.setUint16(28, path.length, true);
  view.setUint32(42, at, true);
  bytes.set(path, 46);
  return bytes;
}

function endOf(entries: number, length: number, at: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06_05_4b_50, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, length, true);
  view.setUint32(16, at, true);
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xed_b8_83_20 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of a file, read piece by piece. */
async function crcOf(file: Blob): Promise<number> {
  let crc = 0xff_ff_ff_ff;
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const byte of next.value) crc = (TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}
