import { describe, expect, it } from 'vitest';
import { checkCondition, columnsIn, type Verdict } from './check-condition.ts';

const row =
  (cells: Readonly<Record<string, string | null>>) =>
  (name: string): string | null | undefined =>
    cells[name];

describe('a CHECK of a database', () => {
  it.each<readonly [condition: string, cells: Readonly<Record<string, string | null>>, verdict: Verdict]>([
    ["`kel` in ('L','P')", { kel: 'L' }, 'holds'],
    ["`kel` in (_utf8mb4'L',_utf8mb4'P')", { kel: 'X' }, 'fails'],
    ["`kel` in ('L','P')", { kel: null }, 'holds'],
    ["(kel = ANY (ARRAY['L'::bpchar, 'P'::bpchar]))", { kel: 'P' }, 'holds'],
    ["((kel)::text = ANY ((ARRAY['L'::character varying, 'P'::character varying])::text[]))", { kel: 'W' }, 'fails'],
    ['(gol >= 11) AND (gol <= 45)', { gol: '46' }, 'fails'],
    ['`gol` between 11 and 45', { gol: '45' }, 'holds'],
    ["(tmt >= '1970-01-01'::date)", { tmt: '2020-04-01' }, 'holds'],
    ["(tmt < '1970-01-01'::date)", { tmt: '2020-04-01' }, 'fails'],
    ['char_length(`nip`) = 18', { nip: '198503122010012901' }, 'holds'],
    ['(length((nip)::text) = 18)', { nip: '1985' }, 'fails'],
    ["((nip)::text ~ '^\\d{18}$'::text)", { nip: '19850312201001290x' }, 'fails'],
    ["`email` like '%@%'", { email: 'a@contoh.test' }, 'holds'],
    ["`email` not like '%@%'", { email: 'a@contoh.test' }, 'fails'],
    ["`a` is not null or `b` <> ''", { a: null, b: 'x' }, 'holds'],
    ["NOT (kel = 'X')", { kel: 'L' }, 'holds'],
    ['(kel IS NOT NULL)', { kel: null }, 'fails'],
    // Whether case counts is up to the collation; what is not known is not guessed.
    ["`kel` in ('L','P')", { kel: 'l' }, 'unknown'],
    ['json_valid(`data`)', { data: '{}' }, 'unknown'],
    ['`a` + 1 > 2', { a: '3' }, 'unknown'],
    ["nama ~ '[[:alpha:]]+'", { nama: 'A' }, 'unknown'],
    ['lain > 1', { kel: 'L' }, 'unknown'],
    ["`kel` in ('L'", { kel: 'L' }, 'unknown'],
  ])('%s of %j %s', (condition, cells, verdict) => {
    expect(checkCondition(condition, row(cells))).toBe(verdict);
  });

  it('is about the columns that it names, not about those in its texts', () => {
    expect(columnsIn("`kel` in ('gol','P') and tmt > 1", ['kel', 'gol', 'tmt'])).toEqual(['kel', 'tmt']);
    expect(columnsIn('`Nama Lengkap` <> 1', ['Nama Lengkap'])).toEqual(['Nama Lengkap']);
  });
});
