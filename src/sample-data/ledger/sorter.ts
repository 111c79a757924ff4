import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { FileSink } from '../containers/file-sink.ts';

/** Lines that leave in the order of their keys, equal keys as they came. Memory holds a part of them at a time. */
export interface Sorter {
  /** Neither key nor text may hold U+0002; the text ends with its line break. */
  add(key: string, text: string): void;
  drainInto(sink: FileSink): void;
}

/** Characters that are held before they are sorted and put away. */
const PART = 1 << 22;
const END = '\u0002';

/** Parts that do not fit into memory are kept beside `path`. */
export function createSorter(path: string, size = PART): Sorter {
  let keys: string[] = [];
  let texts: string[] = [];
  let held = 0;
  const parts: string[] = [];

  const order = (): number[] => [...keys.keys()].toSorted((a, b) => compare(keys[a] ?? '', keys[b] ?? '') || a - b);
  const putAway = (): void => {
    const part = `${path}.bagian${parts.length}`;
    const sink = new FileSink(part, 'utf-8', 1 << 18);
    for (const at of order()) sink.write(`${keys[at] ?? ''}${END}${texts[at] ?? ''}${END}`);
    sink.close();
    parts.push(part);
    keys = [];
    texts = [];
    held = 0;
  };
  return {
    add: (key, text) => {
      keys.push(key);
      texts.push(text);
      held += key.length + text.length;
      if (held > size) putAway();
    },
    drainInto: (sink) => {
      if (parts.length === 0) {
        for (const at of order()) sink.write(texts[at] ?? '');
        return;
      }
      putAway();
      merge(parts, sink);
      for (const part of parts) rmSync(part);
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Head {
  readonly rest: Iterator<readonly [string, string]>;
  readonly part: number;
  key: string;
  text: string;
}

/** A heap of the parts' first lines. */
function merge(paths: readonly string[], sink: FileSink): void {
  const heap: Head[] = [];
  for (const [part, path] of paths.entries()) {
    const head: Head = { rest: readPart(path), part, key: '', text: '' };
    if (advance(head)) heap.push(head);
  }
  heap.sort(before);
  while (heap.length > 0) {
    const [first] = heap;
    if (!first) break;
    sink.write(first.text);
    if (!advance(first)) {
      const last = heap.pop();
      if (!last || heap.length === 0) continue;
      heap[0] = last;
    }
    settle(heap);
  }
}

const before = (a: Head, b: Head): number => compare(a.key, b.key) || a.part - b.part;

function advance(head: Head): boolean {
  const { done, value } = head.rest.next();
  if (done === true) return false;
  [head.key, head.text] = value;
  return true;
}

/** Lets the first entry sink to its place. */
function settle(heap: Head[]): void {
  for (let at = 0; ; ) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      const [one, other] = [heap[child], heap[least]];
      if (one && other && before(one, other) < 0) least = child;
    }
    const [mine, theirs] = [heap[at], heap[least]];
    if (least === at || !mine || !theirs) return;
    heap[at] = theirs;
    heap[least] = mine;
    at = least;
  }
}

function* readPart(path: string): Iterator<readonly [string, string]> {
  const file = openSync(path, 'r');
  const decoder = new TextDecoder();
  const buffer = Buffer.allocUnsafe(1 << 16);
  let text = '';
  let key: string | undefined;
  for (;;) {
    const size = readSync(file, buffer, 0, buffer.length, null);
    text += decoder.decode(buffer.subarray(0, size), { stream: size > 0 });
    const pieces = text.split(END);
    text = pieces.pop() ?? '';
    for (const piece of pieces) {
      if (key === undefined) key = piece;
      else {
        yield [key, piece];
        key = undefined;
      }
    }
    if (size === 0) break;
  }
  closeSync(file);
}
