import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSource } from '#formats';
import { packFiles } from '../../web/features/intake/pack-files.ts';

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
