import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitTablePath } from './table-path.ts';

const odd = join(mkdtempSync(join(tmpdir(), 'tabel-')), 'kudus#2024.csv');
writeFileSync(odd, 'nip\n');

describe('a table behind a file', () => {
  it.each([
    ['kiriman.sql', 'kiriman.sql', undefined],
    ['kiriman.sql#pegawai', 'kiriman.sql', 'pegawai'],
    ['kiriman.sql#skema.pegawai', 'kiriman.sql', 'skema.pegawai'],
    [odd, odd, undefined],
    [`${odd}#pegawai`, odd, 'pegawai'],
    ['mysql://a@b/c#pegawai', 'mysql://a@b/c', 'pegawai'],
    ['mysql://a:san#di@b/c', 'mysql://a:san#di@b/c', undefined],
    ['mysql://a:san#di@b/c#pegawai', 'mysql://a:san#di@b/c', 'pegawai'],
  ])('%s', (text, berkas, tabel) => {
    expect(splitTablePath(text)).toEqual({ berkas, tabel });
  });
});
