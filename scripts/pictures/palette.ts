import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * A screenshot (PNG of 8 bits a channel, not interlaced, as browsers make it) as a PNG of at most 256 colours: a third of the bytes, and no
 * eye sees the difference where a page is black on white. Throws where the picture is of another kind.
 */
export function toPalette(png: Buffer): Buffer {
  const { width, height, channels, data } = readPng(png);
  const row = unfilter(data, width * channels, height, channels);
  const counts = new Map<number, number>();
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at++) {
    const colour = row.readUIntBE(at * channels, 3);
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const chosen = choose(counts);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, chosen)]));
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) lines[y * (width + 1) + x + 1] = places.get(colours[y * width + x] ?? 0) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(chosen.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Squares of distances between colours, from "another colour" to "any". */
const APART = [3_000, 800, 200, 40, 0];

/** 256 colours: one of every kind however rare (a mark is a few dots), then the most frequent shades. */
function choose(counts: ReadonlyMap<number, number>): readonly number[] {
  const byCount = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const chosen: number[] = [];
  for (const least of APART)
    for (const colour of byCount) {
      if (chosen.length === 256) return chosen;
      if (chosen.every((other) => distance(colour, other) > least)) chosen.push(colour);
    }
  return chosen;
}

/** Square of the distance in red, green and blue. */
const distance = (one: number, other: number): number =>
  [16, 8, 0].reduce((sum, by) => sum + (((one >> by) & 255) - ((other >> by) & 255)) ** 2, 0);

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function readPng(png: Buffer): { width: number; height: number; channels: 3 | 4; data: Buffer } {
  const [depth, kind, , , interlaced] = png.subarray(24, 29);
  if (depth !== 8 || interlaced !== 0 || (kind !== 2 && kind !== 6)) throw new Error('A PNG of another kind');
  const pieces: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') pieces.push(png.subarray(at + 8, at + 8 + length));
  }
  const data = inflateSync(Buffer.concat(pieces));
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), channels: kind === 2 ? 3 : 4, data };
}

/** Undoes the filters of PNG (specification, 9.2): every line begins with the number of its own. */
function unfilter(data: Buffer, stride: number, height: number, channels: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)];
    const start = y * stride;
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (out[start + x - channels] ?? 0);
      const up = y === 0 ? 0 : (out[start + x - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[start + x - stride - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[start + x] = (data[y * (stride + 1) + x + 1] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function nearest(colour: number, chosen: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, candidate] of chosen.entries()) {
    const apart = distance(colour, candidate);
    if (apart < least) [best, least] = [place, apart];
  }
  return best;
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), body.length + 8);
  return out;
}
