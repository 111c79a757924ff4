import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it.each([
  ['plain text', 'Ratna', 'Ratna'],
  ['a formula is kept as text', '=1+1', "'=1+1"],
  ['a command is kept as text', '@SUM(A1)', "'@SUM(A1)"],
  ['a NIP keeps its digits', '198504172010012907', "'198504172010012907"],
  ['a separator is quoted', 'SMP 3; Jekulo', '"SMP 3; Jekulo"'],
  ['a quotation mark is doubled', 'UPT "Disdik"', '"UPT ""Disdik"""'],
  ['a line break stays in its cell', 'a\nb', '"a\nb"'],
])('%s', (_name, value, expected) => {
  expect(toCsv(['Nilai'], [[value]])).toBe(`\uFEFFNilai\r\n${expected}\r\n`);
});
