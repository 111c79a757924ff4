import type { Facts } from '../../src/sample-data/person.ts';
import type { StructureColumn } from './structures.ts';

/**
 * Tables of codes that a structure tells in the encoding: `tabel:1=K;4=TK;*=L`, BKN's id before what is written, `*` for all others, `$`
 * for the id itself. `tabel+eselon:` puts the eselon behind it: "S/41".
 */
const FORM = /^tabel(\+eselon)?:(.*)$/;

export const hasTable = ({ encoding = '' }: StructureColumn): boolean => FORM.test(encoding);

/** What is written for one of BKN's ids. */
export function readTable(encoding: string): (id: string, facts: Facts) => string {
  const [, withEselon, rows = ''] = FORM.exec(encoding) ?? [];
  const table = new Map(
    rows.split(';').map((row) => [row.slice(0, row.indexOf('=')), row.slice(row.indexOf('=') + 1)] as const),
  );
  return (id, facts) => {
    if (id === '') return '';
    const code = (table.get(id) ?? table.get('*') ?? '').replace('$', id);
    const eselon = withEselon === undefined ? undefined : facts.eselon_id;
    return eselon === undefined ? code : `${code}/${eselon}`;
  };
}
