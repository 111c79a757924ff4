import { describe, expect, it } from 'vitest';
import { fitsType, holdsLetters } from './column-types.ts';

describe('a column of a database', () => {
  it.each<readonly [type: string, takes: readonly string[], refuses: readonly string[]]>([
    ['varchar(3)', ['abc', 'é日😀'], ['abcd']],
    ['character varying(3)', ['abc'], ['abcd']],
    ['char(1)', ['L'], ['LL']],
    ['tinyint(4)', ['127', '-128'], ['128', '1.5', 'x']],
    ['tinyint(3) unsigned', ['255'], ['256', '-1']],
    ['smallint', ['32767'], ['32768']],
    ['int(11)', ['2147483647'], ['2147483648']],
    ['integer', ['-2147483648'], ['2147483648']],
    ['bigint', ['9223372036854775807'], ['9223372036854775808']],
    ['year(4)', ['2004', '0000'], ['1900', '04']],
    ['decimal(5,2)', ['123.45', '0', '-999.9'], ['1234', '1.234', '']],
    ['numeric(4)', ['1234'], ['12345', '1.5']],
    ['numeric', ['123456789.123'], ['x']],
    ['date', ['2004-02-03'], ['03-02-2004']],
    ["enum('L','P')", ['L'], ['l', 'X', '']],
    ["enum('a''b','c')", ["a'b"], ["a''b"]],
    ["set('a','b')", ['a', 'a,b'], ['a,c']],
    ['tinytext', ['x'.repeat(255)], ['x'.repeat(256), '日'.repeat(100)]],
    ['text', ['日'.repeat(1000)], ['x'.repeat(65_536)]],
    ['geometry', ['apa saja'], []],
  ])('%s takes what fits it', (type, takes, refuses) => {
    expect(takes.filter((text) => !fitsType(type, text))).toEqual([]);
    expect(refuses.filter((text) => fitsType(type, text))).toEqual([]);
  });

  it.each<readonly [charset: string, takes: string, refuses: string]>([
    ['', 'A é € 日 😀', ''],
    ['latin1', 'A é €“”–', '日😀ł'],
    ['iso-8859-1', 'A é', '€日'],
    ['ascii', 'A', 'é'],
    ['utf8', 'A é 日', '😀'],
    ['latin2', 'A', 'é'],
  ])('of the character set %s holds its letters and no others', (charset, takes, refuses) => {
    expect(Array.from(takes).filter((letter) => !holdsLetters(charset, letter))).toEqual([]);
    expect(Array.from(refuses).filter((letter) => holdsLetters(charset, letter))).toEqual([]);
  });
});
