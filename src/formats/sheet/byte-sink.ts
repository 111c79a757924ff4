/** Where text goes: the caller guarantees room for as many bytes as the text it came from. */
export interface ByteSink {
  readonly bytes: Uint8Array;
  length: number;
}
