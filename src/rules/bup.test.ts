import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#kernel/local-date.ts';
import { bupOf, tmtPensiun } from './bup.ts';

describe('the age limit', () => {
  it.each([
    ['pelaksana', { jenis: 'pelaksana' }, 58],
    ['JPT pratama', { jenis: 'struktural', eselon: '22' }, 60],
    ['administrator', { jenis: 'struktural', eselon: '31' }, 58],
    ['Ahli Muda', { jenis: 'fungsional', jenjang: 'MU', guru: false }, 58],
    ['Ahli Madya', { jenis: 'fungsional', jenjang: 'MA', guru: false }, 60],
    ['Ahli Utama', { jenis: 'fungsional', jenjang: 'UT', guru: false }, 65],
    ['a teacher of any level', { jenis: 'fungsional', jenjang: 'PT', guru: true }, 60],
  ] as const)('of %s', (_name, jabatan, expected) => {
    expect(bupOf(jabatan)).toBe(expected);
  });
});

describe('tmtPensiun', () => {
  it.each([
    [19680115, 58, 20260201],
    [19651231, 60, 20260101],
    [19640229, 58, 20220301],
    [19651001, 60, 20251101],
  ])('born %d with %d years: %d', (born, bup, expected) => {
    expect(tmtPensiun(born as LocalDate, bup)).toBe(expected);
  });
});
