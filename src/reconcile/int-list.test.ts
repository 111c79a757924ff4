import { describe, expect, it } from 'vitest';
import { IntList } from './int-list.ts';

describe('growing lists', () => {
  it.each([0, 1, 16_383, 16_384, 16_385, 50_000])('hold %d integers in their order', (count) => {
    const list = new IntList();
    for (let i = 0; i < count; i++) list.push(i * 7 - 3);
    expect(list.length).toBe(count);
    expect([...list.toArray()]).toEqual(Array.from({ length: count }, (_, i) => i * 7 - 3));
    expect([...list.toShared()]).toEqual([...list.toArray()]);
    if (count > 0) expect(list.at(count - 1)).toBe((count - 1) * 7 - 3);
  });
});
