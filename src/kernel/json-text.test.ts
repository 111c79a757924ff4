import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault, placeInJson } from './json-text.ts';

describe('a slip in a JSON text', () => {
  it.each([
    ['{"a": 1,}', 1, 8, 'koma sesudah butir terakhir'],
    ['{"a": [1, 2,\n]}', 1, 12, 'koma sesudah butir terakhir'],
    ['{\n  "a": 1\n  "b": 2\n}', 2, 9, 'tidak ada koma'],
    ['{\n  "a": "x\n}', 2, 8, 'tidak ditutup tanda kutip'],
    ['{"a": “x”}', 1, 7, 'diapit tanda “'],
    ["{'a': 1}", 1, 2, "diapit tanda '"],
    ['{a: 1}', 1, 2, 'kunci a tidak diapit'],
    ['{"a": nip}', 1, 7, '"nip" tidak diapit'],
    ['{"a": True}', 1, 7, 'kata True'],
    ['{"a": 0,95}', 1, 9, 'pecahan ditulis dengan koma'],
    ['{"a": 01}', 1, 7, '"01" bukan angka yang sah'],
    ['{"a": "C:\\data"}', 1, 10, 'garis miring terbalik'],
    ['{"a" 1}', 1, 6, 'tidak ada titik dua'],
    ['{"a": }', 1, 7, 'isinya belum ditulis'],
    ['{"a": 1, "a": 2}', 1, 10, 'kunci "a" ditulis dua kali'],
    ['{"a": [1', 1, 7, 'tidak ditutup sampai akhir berkas'],
    ['{"a": 1} // selesai', 1, 10, 'komentar'],
    ['{"a": 1}}', 1, 9, 'sesudah kurung penutup'],
    ['PK\u0003\u0004', 1, 1, 'bukan JSON'],
    ['', 1, 1, 'bukan JSON'],
    ['['.repeat(200), 1, 101, 'terlalu dalam'],
  ])('is told with its place: %s', (text, baris, huruf, sebab) => {
    expect(findJsonFault(text)).toMatchObject({ baris, huruf, sebab: expect.stringContaining(sebab) as string });
  });

  it('is found wherever JSON.parse finds one, and nowhere else', () => {
    const sound = fc.json({ depthSize: 'small' }).filter((text) => /^[{[]/.test(text));
    const anyText = sound.chain((text) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(3), fc.constantFrom('', ',', '"', '}', ']', '\\', '1', 'x', '\n', ':'))
        .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut)),
    );
    fc.assert(
      fc.property(fc.oneof(sound, anyText), (text) => {
        const fault = findJsonFault(text);
        if (fault?.sebab.includes('dua kali') === true || !/^[{[]/.test(text)) return;
        let isSound = true;
        try {
          JSON.parse(text);
        } catch {
          isSound = false;
        }
        expect(fault === undefined).toBe(isSound);
      }),
    );
  });
});

describe('the place of a part of a JSON text', () => {
  const text = '{\n  "kolom": [\n    { "sumber": "NIP" },\n    { "sumber": 5 }\n  ]\n}';

  it.each([
    [['kolom', 1, 'sumber'], false, { baris: 4, huruf: 17 }],
    [['kolom', 1, 'sumber'], true, { baris: 4, huruf: 7 }],
    [['kolom', 1, 'kanonik'], false, { baris: 4, huruf: 5 }],
    [['kolom'], true, { baris: 2, huruf: 3 }],
    [['tabel'], false, { baris: 1, huruf: 1 }],
  ])('%j', (path, atKey, place) => {
    expect(placeInJson(text, path, atKey)).toEqual(place);
  });
});
