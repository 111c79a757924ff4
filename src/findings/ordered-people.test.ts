import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { codedOf } from './coded.ts';
import { peopleOrder } from './list-words.ts';
import { keyOfRow, orderPeople } from './ordered-people.ts';
import { differencesOf, lineAt, linesOf, type PeopleIndex } from './people-index.ts';
import type { StoredPerson } from './queries.ts';

interface Person {
  readonly nama: string;
  readonly nip: string;
  readonly golongan: string;
  readonly unit: string;
  readonly selisih: number;
}

const someone = fc.record({
  nama: fc.constantFrom('ADI', 'BUDI', 'CICI'),
  nip: fc.constantFrom('', '198001', '197902'),
  golongan: fc.constantFrom('', '31', '42'),
  unit: fc.constantFrom('DINAS A', 'DINAS B'),
  selisih: fc.nat(2),
});

/** People of one instansi in the order of lists, as an index holds them. */
function indexOf(instansi: number, people: readonly Person[]): PeopleIndex {
  const orang = linesOf(people.map((_, at) => String(at + 1)).join('\n'));
  const differences = people.flatMap(({ selisih }, at) => Array.from({ length: selisih }, () => `${at + 1} 0`));
  return {
    instansi,
    nomor: 1,
    nama: linesOf(people.map(({ nama }) => nama).join('\n')),
    nip: linesOf(people.map(({ nip }) => `${nip} `).join('\n')),
    orang,
    keadaan: people.map(() => 'berpasangan'),
    golongan: codedOf(people.map(({ golongan }) => golongan)),
    unit: codedOf(people.map(({ unit }) => unit)),
    sebab: [],
    selisih: differencesOf(orang, differences.join('\n')),
  };
}

it('orders found people of several instansi, and goes on behind any of them', () => {
  const lists = fc.array(fc.array(someone, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(lists, fc.constantFrom(...peopleOrder.options), fc.nat(), fc.nat(3), (given, urut, from, skipped) => {
      const people = given.map((list) => list.toSorted((a, b) => (a.nama < b.nama ? -1 : a.nama > b.nama ? 1 : 0)));
      const found = people.map((list, at) => ({
        index: indexOf(6400 + at, list),
        lines: list.flatMap((_, line) => (line === skipped ? [] : [line])),
      }));
      const all = found.flatMap(({ lines }, at) =>
        lines.map((line) => ({ at, line, row: { ...people[at]?.[line] } as unknown as StoredPerson })),
      );
      const part = urut.replace('-', '') as keyof Person;
      const sign = urut.startsWith('-') ? -1 : 1;
      const keyOf = ({ row }: (typeof all)[number]): string | number => row[part];
      const expected = all.toSorted(
        (a, b) => sign * (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0) || a.at - b.at || a.line - b.line,
      );
      const spots = expected.map(({ at, line }) => ({ at, line }));
      expect([...orderPeople(found, urut)]).toEqual(spots);
      if (expected.length === 0) return;
      const behind = from % expected.length;
      const last = expected[behind];
      const index = found[last?.at ?? 0]?.index;
      if (!last || !index) return;
      const place = {
        instansi: index.instansi,
        nama: last.row.nama,
        orang: lineAt(index.orang, last.line),
        bidang: keyOfRow(last.row, urut),
      };
      expect([...orderPeople(found, urut, place)]).toEqual(spots.slice(behind + 1));
    }),
  );
});
