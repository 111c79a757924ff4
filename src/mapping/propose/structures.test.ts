import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openReference } from '#reference';
import { findField } from '#canonical';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../sample/table-sample.ts';
import { makeUp, valueOf } from '../testing/synthetic-values.ts';
import { proposeColumns } from './columns.ts';
import { findEntitas } from './entitas.ts';

interface Structure {
  readonly entity: string;
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly canonical: string | null; readonly secret?: boolean }[];
}

const folder = fileURLToPath(new URL('../../../../shared/structures/', import.meta.url));
const isAbsent = !existsSync(folder);
const PEOPLE = Array.from({ length: 60 }, (_, index) => makeUp(index));

function load(): readonly Structure[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Structure);
}

/** Text half of an id/text pair: the pair is one field. */
function textHalf(nama: string | null): string | null {
  const field = nama === null ? undefined : findField(nama);
  return field?.nama.endsWith('_id') && field.pasangan !== undefined ? field.pasangan : nama;
}

function propose({ entity, table, columns }: Structure) {
  const names = columns.map(({ name }) => name);
  const rows = PEOPLE.map((person) =>
    columns.map(({ canonical }) => (canonical === null ? '' : valueOf(canonical, person))),
  );
  const sample = fromRows(table, names, [], rows, rows.length);
  const entitas = entity === 'riwayat_sk' ? 'riwayat' : (entity as 'pegawai');
  return proposeColumns(sample, { entitas, tables: [], gabung: [], reference: openReference() });
}

describe.skipIf(isAbsent)('the public structures, filled with made-up people [needs ../shared/structures]', () => {
  const structures = isAbsent ? [] : load();

  it('are mapped with F1 above 0.92 and precision above 0.92', () => {
    let [right, wrong, missed] = [0, 0, 0];
    for (const structure of structures) {
      const found = new Map(propose(structure).kolom.map(({ sumber, kanonik }) => [sumber, kanonik]));
      for (const { name, canonical } of structure.columns) {
        const [want, have] = [textHalf(canonical), textHalf(found.get(name) ?? null)];
        if (want === have) right += want === null ? 0 : 1;
        else {
          if (have !== null) wrong++;
          if (want !== null) missed++;
        }
      }
    }
    expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThan(0.92);
    expect(right / (right + wrong)).toBeGreaterThan(0.92);
  });

  it('give up all their secret columns', () => {
    for (const structure of structures) {
      const secret = structure.columns.filter((column) => column.secret).map(({ name }) => name);
      expect(propose(structure).rahasia).toEqual(expect.arrayContaining(secret));
    }
  });

  it('tell persons from histories', () => {
    for (const { table, entity, columns } of structures) {
      if (entity !== 'pegawai') continue;
      const source = { name: table, columns: columns.map(({ name }) => name), types: [], sample: [] };
      expect(findEntitas(source), table).toBe('pegawai');
    }
  });
});
