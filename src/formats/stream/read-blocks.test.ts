import { describe, expect, it } from 'vitest';
import { problem } from '#kernel/problem.ts';
import { cellText } from '../cell-text.ts';
import { CsvScanner } from '../csv/csv-scanner.ts';
import { JsonTableScanner } from '../json/json.ts';
import { SqlTableScanner } from '../sql/sql.ts';
import type { ByteSource } from './byte-stream.ts';
import { readBlocks, type RowScanner } from './read-blocks.ts';

const cut = problem('BERKAS_TERPOTONG', { berkas: 'uji' });

function sourceOf(bytes: Buffer): ByteSource {
  let at = 0;
  return {
    broken: false,
    async read(target, offset, length) {
      const copied = bytes.copy(target, offset, at, at + length);
      at += copied;
      return copied;
    },
    async close() {},
  };
}

/** Every row and problem in the order of the row numbers, whatever block it came in. */
async function readWith(scanner: RowScanner, text: string, room: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const block of readBlocks(sourceOf(Buffer.from(text)), scanner, { cut, room })) {
    for (let row = 0; row < block.rows; row++) {
      const cells = Array.from({ length: block.columns }, (_, column) => cellText(block, row, column));
      lines.push(`${block.rowNumbers[row]} ${JSON.stringify(cells)}`);
    }
    for (const { row, column, problem: reason } of block.problems) lines.push(`${row} ${column} ${reason.code}`);
  }
  return lines.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

/** The text with a few signs put in or lost, always the same ones. */
function damage(text: string): string[] {
  const signs = ['', '"', "'", '\n', ';', '\\', ',', '(', '}', '{', ')'];
  return Array.from({ length: 60 }, (_, seed) => {
    const at = (seed * 7_919) % text.length;
    const other = (seed * 104_729 + 13) % text.length;
    const once = text.slice(0, at) + (signs[seed % signs.length] ?? '') + text.slice(at + (seed % 3));
    return once.slice(0, other) + (signs[(seed * 5 + 1) % signs.length] ?? '') + once.slice(other + (seed % 2));
  });
}

const table = { name: 't', columns: ['a', 'b'], types: [], sample: [] };
const dump = (): RowScanner => new SqlTableScanner(table, true, cut);
const postgres = (): RowScanner => new SqlTableScanner(table, false, cut);
const csv = (): RowScanner => new CsvScanner(2, 44, 10);

describe('what is read does not depend on where blocks end', () => {
  it.each([
    ['csv', csv, 'x,1\r\n"a ""b""\nc",2\r\n\r\n,\n"open,3\n4,4\n5\n6,6,6\n7,7,\nlast,"8"'],
    ['csv with an open quote', csv, `1,"x\n2,"y"\n3,"z"\n4,"${'long '.repeat(50)}"\n`],
    ['csv, quotes of all kinds', csv, '"a" ,1\n"b"c","2"\n"d""",""\n"e\n\n",3\n"",""\n'],
    [
      'mysql',
      dump,
      "-- a;'\nCREATE TABLE t (a int, b text);\n/* ; ' */ INSERT INTO `t` VALUES (1,'x\\'),('),(2,\"it''s\")  ,\n(3,0x4142);\nINSERT INTO log VALUES ('a;\\'b');\ninsert  into t(b,a) values ('é',4),(b',5),(6,'6'),(_binary 'x',NULL);\nINSERT INTO log VALUES ('open;\nINSERT INTO t VALUES (7,'seven'),(8,'eight') ON DUPLICATE KEY UPDATE a=';';\nINSERT INTO t VALUES (9,'",
    ],
    [
      'postgresql',
      postgres,
      "CREATE FUNCTION f() AS $b$ it's; $b$;\nINSERT INTO log VALUES (E'it\\'s;');\nCOPY log FROM stdin;\nx;'\n\\.\nCOPY t (a, b) FROM stdin;\n1\tx\\ty\n2\t\\N\n3\n\\.\nINSERT INTO t VALUES (4::int, 'C:\\'::varchar(10)), (5, E'\\'');\nCOPY t FROM stdin;\n6\tx\n7\t",
    ],
    [
      'json',
      () => new JsonTableScanner({ ...table, path: 'd' }, false, cut),
      '{"x":"}],[{","y":[1,{"a":2}],"z":{"w":[]},"d":[{"a":1,"b":"x\\"\\u00e9"},{"b":{"c":[1,"]"]},"a":-1.5e9} , {"a":"open},{"a":"3"},7,{"a":4,"b":null}],"e":[{"a":9}]}',
    ],
    [
      'lines',
      () => new JsonTableScanner(table, true, cut),
      '{"a":1,"b":"x"}\r\n\r\n{"a":2\n{"a":"3","b":[1,\n2]}\n{"b":"é\\ud83d\\ude00"}\nrubbish\n{"a":5}\n{"a":',
    ],
  ])('%s', async (_name, make, text) => {
    const whole = await readWith(make(), text, 4_096);
    expect(whole.length).toBeGreaterThan(3);
    for (let room = 8; room < 300; room += room < 80 ? 1 : 13) {
      expect([room, await readWith(make(), text, room)]).toEqual([room, whole]);
    }
    for (const damaged of damage(text)) {
      const expected = await readWith(make(), damaged, 4_096);
      for (const room of [8, 17, 33, 70, 150]) {
        expect([damaged, room, await readWith(make(), damaged, room)]).toEqual([damaged, room, expected]);
      }
    }
  });
});
