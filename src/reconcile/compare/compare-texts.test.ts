import { describe, expect, it } from 'vitest';
import { getField } from '#canonical';
import { ruleOf, textJudge } from './compare-texts.ts';
import { BEDA, EQUAL } from './verdict.ts';

const NO_HP = getField('no_hp');

function judge(simpeg: string, bkn: string): number {
  const [a, b] = [new TextEncoder().encode(simpeg), new TextEncoder().encode(bkn)];
  return textJudge(NO_HP)(a, 0, a.length, b, 0, b.length);
}

describe('telephone numbers as bytes', () => {
  it.each([
    ['081234567890', '081234567890', EQUAL],
    ['+62 812-3456-7890', '081234567890', EQUAL],
    ['081234567890 / 081298765432', '081234567890', EQUAL],
    ['081298765432/6281234567890', '081234567890', EQUAL],
    ['081298765432 / 32', '081298765432', EQUAL],
    ['081298765432 / 081298765433', '081234567890', BEDA],
    ['081298765432 /', '081298765432', EQUAL],
    ['081298765432 / tidak ada', '081298765432', BEDA],
    ['', '081298765432', BEDA],
  ])('"%s" and "%s" get the verdict of the rule', (simpeg, bkn, verdict) => {
    expect(judge(simpeg, bkn)).toBe(verdict);
    expect(ruleOf(NO_HP)(simpeg, bkn)).toBe(verdict);
  });
});
