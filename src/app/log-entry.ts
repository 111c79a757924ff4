import { withoutControls } from '#kernel/problem.ts';

/**
 * A text as one entry of the log, whatever it brings along: lines after the first are set in and control signs are gone, so that nobody's
 * input can be taken for an entry of its own, or rewrite the screen of who reads it.
 */
export function logEntry(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => withoutControls(line).trimEnd())
    .join('\n    ');
}
