let seen = new Uint8Array(0) as Uint8Array;
let view = Buffer.alloc(0) as Buffer;

/** Bytes as characters one to one, so that places in the text are places in the bytes; letters beyond ASCII come out broken. */
export function latinText(bytes: Uint8Array, start: number, end: number): string {
  if (bytes !== seen) {
    seen = bytes;
    view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  return view.toString('latin1', start, end);
}
