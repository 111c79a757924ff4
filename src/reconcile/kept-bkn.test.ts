import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, makePerson, reconcileFiles, toExport } from './testing/deliveries.ts';

const people = Array.from({ length: 40 }, (_, n) => makePerson(n));
const withOut = (which: number, field: 'nik' | 'email', value: string) =>
  toExport(people.map((person, n) => (n === which ? { ...person, [field]: value } : person)));

it('BKN’s file that was read before gives the same bytes, and is read again where it or what was kept changed', async () => {
  const folder = makeFolder();
  const [berkas, bknPath, kept] = ['6410.csv', 'sapk.csv', 'terbaca'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(berkas, toExport(people.slice(5)));
  writeFileSync(bknPath, withOut(3, 'nik', '12'));
  const run = async (simpananBkn?: string) => {
    const options = simpananBkn === undefined ? { bknPath } : { bknPath, simpananBkn };
    const outcome = await reconcileFiles(folder, '', [{ instansi: '6410', berkas }], options);
    const names = readdirSync(join(folder, 'hasil')).filter((name) => /\.(csv|json)$/.test(name));
    const same = names.filter((name) => name !== 'kinerja.json');
    return Object.fromEntries(same.map((name) => [name, outcome.text(name)]));
  };
  const readings = (): number => statSync(join(kept, 'isi.bin')).ino;

  const plain = await run();
  expect(plain['karantina.csv']).toContain('NIK_PANJANG');
  expect(await run(kept)).toEqual(plain);
  const first = readings();
  expect(await run(kept)).toEqual(plain);
  expect(readings()).toBe(first);

  truncateSync(join(kept, 'isi.bin'), 100);
  expect(await run(kept)).toEqual(plain);
  expect(statSync(join(kept, 'isi.bin')).size).toBeGreaterThan(100);

  writeFileSync(bknPath, withOut(9, 'email', ''));
  const changed = await run();
  expect(changed['selisih.csv']).toContain('email');
  expect(await run(kept)).toEqual(changed);
});
