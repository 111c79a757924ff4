import { describe, expect, it } from 'vitest';
import { logEntry } from './log-entry.ts';

/** What somebody could put into a name, a reason or a file so that it reaches the log. */
const SMUGGLED = [
  'x\r\nKesalahan 0000000000: basis data hilang',
  'x\nPortal siap: http://jahat.example',
  'x\rPortal sudah ditutup.',
  'x\u0085Portal sudah ditutup.',
  'x\u2028Portal sudah ditutup.',
  'x\u001b[2J\u001b[1;1HPortal sudah ditutup.',
  'x\u001b]0;judul\u0007',
  'x\u009b31mmerah',
  'x\u202egnabmag',
  'x\b\b\bhapus',
  'x\0y',
];

describe('an entry of the log', () => {
  it.each(SMUGGLED)('stays one entry without control signs: %j (H4)', (text) => {
    const [first = '', ...rest] = logEntry(`Kesalahan abc: ${text}`).split('\n');
    expect(first.startsWith('Kesalahan abc: x')).toBe(true);
    for (const line of rest) expect(line).toMatch(/^ {4}/);
    // oxlint-disable-next-line no-control-regex -- what must not be there
    expect([first, ...rest].join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
  });

  it('keeps the lines of a stack', () => {
    expect(logEntry('Error: x\n    at a.ts:1\n    at b.ts:2')).toBe('Error: x\n        at a.ts:1\n        at b.ts:2');
  });
});
