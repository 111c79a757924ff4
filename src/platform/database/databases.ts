import { Client } from 'pg';

/** The databases of an embedded server, by its address; names are ours. */
export interface Databases {
  has(name: string): Promise<boolean>;
  /** An empty one, in place of one of the same name. */
  make(name: string): Promise<void>;
  /** Nobody may be connected. */
  rename(name: string, to: string): Promise<void>;
  urlOf(name: string): string;
}

export function databasesOf(url: string): Databases {
  const ask = async (sql: string, values: readonly string[] = []): Promise<number> => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql, [...values])).rows.length;
    } finally {
      await client.end();
    }
  };
  return {
    has: async (name) => (await ask('SELECT 1 FROM pg_database WHERE datname = $1', [name])) > 0,
    make: async (name) => {
      await ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await ask(`CREATE DATABASE ${name}`);
    },
    rename: async (name, to) => void (await ask(`ALTER DATABASE ${name} RENAME TO ${to}`)),
    urlOf: (name) => {
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
  };
}
