import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toPalette } from '../scripts/pictures/palette.ts';
import { PICTURES } from '../scripts/pictures/pictures.ts';

const docs = join(import.meta.dirname, '..', 'docs');
const pictures = readdirSync(join(docs, 'gambar')).filter((name) => name.endsWith('.png'));

describe('the pictures of the manual', () => {
  it('are all taken by the script, shown on some page, and small', () => {
    const pages = readdirSync(join(docs, 'operator'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(docs, 'operator', name), 'utf8'))
      .join('\n');
    expect(pictures.toSorted()).toEqual(PICTURES.map(({ name }) => `${name}.png`).toSorted());
    expect(pictures.filter((name) => !pages.includes(`](../gambar/${name})`))).toEqual([]);
    expect(pictures.filter((name) => statSync(join(docs, 'gambar', name)).size > 120_000)).toEqual([]);
  });

  it('keep a rare colour that is like no other, and lose nothing but shades', () => {
    // 1,024 greys and blues, and one yellow dot
    const size = 32;
    const lines = Buffer.alloc(size * (1 + size * 3));
    for (let at = 0; at < size * size; at++) {
      const place = Math.floor(at / size) * (1 + size * 3) + 1 + (at % size) * 3;
      lines.set(at === 500 ? [238, 191, 60] : [at >> 2, at >> 2, 128 + (at % 64)], place);
    }
    const made = toPalette(pngOf(size, lines));
    const palette = chunkOf(made, 'PLTE');
    const places = inflateSync(chunkOf(made, 'IDAT'));
    expect(palette.length).toBeLessThanOrEqual(3 * 256);
    const colourAt = (at: number): number[] => {
      const place = places[Math.floor(at / size) * (size + 1) + 1 + (at % size)] ?? 0;
      return [...palette.subarray(place * 3, place * 3 + 3)];
    };
    expect(colourAt(500)).toEqual([238, 191, 60]);
    const off = [0, 77, 499, 1023].map((at) => Math.abs((colourAt(at)[0] ?? 0) - (at >> 2)));
    expect(Math.max(...off)).toBeLessThan(16);
  });
});

function pngOf(size: number, lines: Buffer): Buffer {
  const head = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 2, 0, 0, 0]);
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', head), chunk('IDAT', deflateSync(lines))]);
}

function chunk(name: string, body: Buffer): Buffer {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.write(name, 4, 'latin1');
  body.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), body.length + 8);
  return out;
}

function chunkOf(png: Buffer, name: string): Buffer {
  const at = png.indexOf(name, 0, 'latin1');
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}
