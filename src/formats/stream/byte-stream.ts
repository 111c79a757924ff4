/** Bytes on demand, written straight into the reader's buffer. */
export interface ByteSource {
  /** Writes at most as many bytes as fit from `offset` on; 0 only at the end. */
  read(target: Buffer, offset: number, length: number): Promise<number>;
  /** Once the end is reached: whether the file stopped before its own end (a cut or damaged archive). */
  readonly broken: boolean;
  close(): Promise<void>;
}

/** What a stage of decoding hands on: bytes, or the news that the file ended too early. */
export type Piece = Buffer | 'broken';
