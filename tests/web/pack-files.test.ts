import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSource } from '#formats';
import { packFiles, unpackable } from '../../web/features/intake/pack-files.ts';

const files = [
  new File(['NIP;NAMA\n1;A\n'], 'pegawai.csv'),
  new File(['NIP;GOL;TMT\n1;III/a;2010-04-01\n'], 'riwayat é.csv'),
];
const bytesOf = async (file: Blob): Promise<Buffer> => Buffer.from(await file.arrayBuffer());

it('packs several files into an archive that the portal reads as one source, files of one name apart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kemas-'));
  try {
    const path = join(folder, 'kiriman.zip');
    const again = new File(['NIP;NAMA\n2;B\n'], 'pegawai.csv');
    writeFileSync(path, await bytesOf(await packFiles([...files, again], 'kiriman.zip')));
    const source = await openSource(path);
    if (!source.ok) throw new Error(source.error.code);
    expect(source.value.tables.map(({ name, sample }) => [name, sample])).toEqual([
      ['pegawai', [['1', 'A']]],
      ['pegawai (2)', [['2', 'B']]],
      ['riwayat é', [['1', 'III/a', '2010-04-01']]],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('gives the same bytes for the same files in whatever order', async () => {
  const [one, other] = [await packFiles(files, 'a.zip'), await packFiles(files.toReversed(), 'b.zip')];
  expect((await bytesOf(one)).equals(await bytesOf(other))).toBe(true);
});

it.each([
  ['lampiran.ZIP', 10, /^lampiran\.ZIP adalah arsip, .* kirim arsip itu tersendiri\.$/],
  ['riwayat.tar.gz', 10, /adalah arsip/],
  ['riwayat.csv.gz', 10, undefined],
  ['pegawai.xlsx', 10, undefined],
  ['besar.csv', 2 ** 32, /lebih besar dari 4 GB/],
])('says of %s why it cannot be packed with others, and what to do', (name, size, sentence) => {
  const reason = unpackable([
    { name: 'lain.csv', size: 1 },
    { name, size },
  ]);
  if (sentence === undefined) expect(reason).toBeUndefined();
  else expect(reason).toMatch(sentence);
});
