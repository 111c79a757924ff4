import { type Problem, RefusedFile } from '#kernel/problem.ts';
import type { RowBlock } from '../types.ts';
import type { ByteSource } from './byte-stream.ts';
import { ByteWindow } from './byte-window.ts';
import { DELIMITED, mendText, type TextForm } from './mend-text.ts';
import { SpareBytes } from './replace-cells.ts';
import type { RowCollector } from './row-collector.ts';

/**
 * What comes behind the bytes that a scanner was given: more of the stream; nothing; nothing because the file is cut, so
 * that a last row without its end is not to be trusted; or more, but the row at hand is already too long to wait for.
 */
export type Rest = 'more' | 'end' | 'cut' | 'too-long';

/** Finds the rows of one container. It works on whatever bytes it is given and keeps its place between calls. */
export interface RowScanner {
  readonly rows: RowCollector;
  /** No more rows can follow: the rest of the file need not be read. */
  readonly done?: boolean;
  /** How the container writes text, where that is not as usual. */
  readonly text?: TextForm;
  /**
   * Collects the rows that lie complete in `bytes[from..to)` and returns the place of the first byte that is still
   * needed. At 'end' and 'cut' that is `to`; at 'too-long' it gives up the row at hand and gets further than `from`.
   */
  scan(bytes: Buffer, from: number, to: number, rest: Rest): number;
}

/** What a stream is read with, besides its scanner. */
export interface Reading {
  /** The problem to report where the file stops before its end. */
  readonly cut: Problem;
  /** Bytes of a block; by default what suits the processor. */
  readonly room?: number;
}

/**
 * Drives a scanner over a stream and yields its rows block by block, texts mended; closes the source at the end.
 * @throws RefusedFile with `cut` where a broken file gave no row at all
 */
export async function* readBlocks(
  source: ByteSource,
  scanner: RowScanner,
  { cut, room }: Reading,
): AsyncGenerator<RowBlock> {
  const { rows } = scanner;
  try {
    const window = new ByteWindow(source, room);
    const spare = new SpareBytes();
    for (;;) {
      await window.more();
      const from = window.start;
      window.start = advance(window, scanner);
      const finished = scanner.done === true || window.ended;
      if (finished && window.broken) {
        if (rows.nextRow === 1) throw new RefusedFile(cut);
        rows.reject(cut);
      }
      if (!rows.isEmpty) yield mendText(rows.take(window.bytes), from, window.start, scanner.text ?? DELIMITED, spare);
      if (finished) return;
    }
  } finally {
    await source.close();
  }
}

/** Lets a scanner go as far as the window allows; the place where it stopped. */
export function advance(window: ByteWindow, scanner: Pick<RowScanner, 'scan'>): number {
  const { bytes, start, end } = window;
  if (window.ended) return scanner.scan(bytes, start, end, window.broken ? 'cut' : 'end');
  const used = scanner.scan(bytes, start, end, 'more');
  return used === start && window.full ? scanner.scan(bytes, start, end, 'too-long') : used;
}
