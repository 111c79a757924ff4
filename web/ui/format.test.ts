import { expect, it } from 'vitest';
import {
  daysSince,
  formatAge,
  formatBytes,
  formatCompared,
  formatDay,
  formatShare,
  formatSpan,
  today,
} from './format.ts';

it.each([
  [formatDay('2026-11-03'), '3 Nov 2026'],
  [formatDay('2026-08-17'), '17 Agu 2026'],
  [formatSpan('2026-08-09', '2026-11-10'), '9 Agu s.d. 10 Nov 2026'],
  [formatSpan('2025-12-31', '2026-01-02'), '31 Des 2025 s.d. 2 Jan 2026'],
  [formatShare(0.8562), '85,6%'],
  [formatCompared('2021-01-04'), '04-01-2021'],
  [formatCompared('III/c'), 'III/c'],
  [formatBytes(999), '999 byte'],
  [formatBytes(3_250_000), '3,3 MB'],
  [formatAge(0), 'hari ini'],
  [formatAge(1), 'kemarin'],
  [formatAge(1234), '1.234 hari lalu'],
  [String(daysSince('2026-11-03', new Date('2026-11-10T16:59:00Z'))), '7'],
  [String(daysSince('2026-11-03', new Date('2026-11-10T17:00:00Z'))), '8'],
  [today(new Date('2026-12-31T17:00:00Z')), '2027-01-01'],
])('%s', (written, expected) => {
  expect(written).toBe(expected);
});
