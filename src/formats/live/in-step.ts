import type { LiveSession, RowBlock, Source } from '../types.ts';

/**
 * The same database for two readers that go through a table side by side, block by block: the second one gets what the first
 * one was given. Two sessions would be two moments, and their blocks would not begin at the same rows.
 */
export function readInStep(source: Source): Source {
  const { dialect } = source;
  if (dialect.kind !== 'sql' || !dialect.live) return source;
  return { ...source, dialect: { ...dialect, live: sharedSession(dialect.live) } };
}

function sharedSession(session: LiveSession): LiveSession {
  /** What is being read, and which block of it the first reader has. */
  let leading: { readonly name: string; block?: RowBlock; count: number } | undefined;
  return {
    async *rows(table, limit) {
      if (leading?.name === table.name && limit === undefined) {
        yield* follow(leading);
        return;
      }
      const own: typeof leading = { name: table.name, count: 0 };
      leading = own;
      try {
        for await (const block of session.rows(table, limit)) {
          own.block = block;
          own.count += 1;
          yield block;
        }
      } finally {
        leading = undefined;
      }
    },
    close: () => session.close(),
  };
}

async function* follow(leading: { readonly block?: RowBlock; readonly count: number }): AsyncGenerator<RowBlock> {
  for (let seen = 1; leading.block; seen++) {
    if (leading.count !== seen) throw new Error('The second reader is not in step');
    yield leading.block;
  }
}
