/** What a server tells about one of its tables or views. */
export interface LiveTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly types: readonly string[];
}

/** What is the same for every server. */
export interface LiveOptions {
  /** Columns that are not even asked for. */
  readonly isSecret: (column: string) => boolean;
  /** Ends whatever is going on, at the server as well. */
  readonly signal?: AbortSignal | undefined;
}
