import { expect, it } from 'vitest';
import { joinClusters } from './clusters.ts';

it('joins what pairs connect, under the smallest record, whatever their order', () => {
  const pairs = [
    { left: 4, right: 5 },
    { left: 1, right: 3 },
    { left: 3, right: 5 },
  ];
  expect([...joinClusters(7, pairs)]).toEqual([0, 1, 2, 1, 1, 1, 6]);
  expect([...joinClusters(7, pairs.toReversed())]).toEqual([0, 1, 2, 1, 1, 1, 6]);
});
