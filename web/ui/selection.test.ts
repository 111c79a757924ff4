import { describe, expect, it } from 'vitest';
import { extend, NOTHING, toggle, toggleAll } from './selection.ts';

const ALL = ['a', 'b', 'c', 'd', 'e'];
const chosen = ({ keys }: { readonly keys: ReadonlySet<string> }): string => [...keys].toSorted().join('');

describe('choosing rows', () => {
  it('chooses and lets go one by one', () => {
    const one = toggle(NOTHING, 'b');
    expect(chosen(one)).toBe('b');
    expect(chosen(toggle(one, 'b'))).toBe('');
  });

  it('goes on from the last row in either direction, and keeps what was chosen before', () => {
    const first = toggle(toggle(NOTHING, 'e'), 'c');
    expect(chosen(extend(first, 'a', ALL))).toBe('abce');
    expect(chosen(extend(toggle(NOTHING, 'b'), 'd', ALL))).toBe('bcd');
    expect(chosen(extend(NOTHING, 'd', ALL))).toBe('d');
    expect(chosen(extend(toggle(NOTHING, 'gone'), 'd', ALL))).toBe('dgone');
  });

  it('chooses all, and none once all are chosen', () => {
    const all = toggleAll(toggle(NOTHING, 'b'), ALL);
    expect(chosen(all)).toBe('abcde');
    expect(chosen(toggleAll(all, ALL))).toBe('');
  });
});
