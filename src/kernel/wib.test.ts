import { afterEach, describe, expect, it } from 'vitest';
import { dayInWib, endOfDay, formatInstant, formatLongDay, formatWholeDay, startOfDay } from './wib.ts';

describe('times in Jawa Tengah', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  // An hour of the night before and after midnight in WIB; the turn of a year.
  const CASES = [
    ['2026-11-03T01:42:00Z', '3 Nov 2026 08.42', 20261103, 'Selasa, 3 November 2026'],
    ['2026-11-02T16:59:59Z', '2 Nov 2026 23.59', 20261102, 'Senin, 2 November 2026'],
    ['2026-11-02T17:00:00Z', '3 Nov 2026 00.00', 20261103, 'Selasa, 3 November 2026'],
    ['2026-12-31T17:05:00Z', '1 Jan 2027 00.05', 20270101, 'Jumat, 1 Januari 2027'],
    ['2026-11-03T08:42:00+07:00', '3 Nov 2026 08.42', 20261103, 'Selasa, 3 November 2026'],
  ] as const;

  it.each(['UTC', 'Asia/Jayapura', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'are the same where the computer believes in %s',
    (machine) => {
      process.env['TZ'] = machine;
      for (const [iso, instant, date, long] of CASES) {
        expect([formatInstant(iso), dayInWib(new Date(iso)), formatLongDay(new Date(iso))]).toEqual([
          instant,
          date,
          long,
        ]);
      }
      expect([startOfDay('2026-11-03'), endOfDay('2026-11-03')].map((at) => at.toISOString())).toEqual([
        '2026-11-02T17:00:00.000Z',
        '2026-11-03T17:00:00.000Z',
      ]);
      expect(formatWholeDay('2026-11-10')).toBe('10 November 2026');
    },
  );
});
