import { createRequire } from 'node:module';
import type { SecureContextOptions } from 'node:tls';
import { pathToFileURL } from 'node:url';
import type { Value } from './sqlserver-rows.ts';

/** As much of the package `tedious` as is used here; it is not there unless somebody needs SQL Server. */
export interface Driver {
  readonly Connection: new (config: DriverConfig) => DriverConnection;
  readonly Request: new (sql: string, onEnd: (error?: Error | null) => void) => DriverRequest;
}

export interface DriverConfig {
  readonly server: string;
  readonly authentication: {
    readonly type: 'default';
    readonly options: { readonly userName: string; readonly password: string };
  };
  readonly options: {
    readonly port: number;
    readonly database: string;
    readonly encrypt: boolean;
    readonly trustServerCertificate: boolean;
    readonly serverName: string;
    readonly cryptoCredentialsDetails: SecureContextOptions;
    readonly readOnlyIntent: boolean;
    readonly appName: string;
    /** Milliseconds; 0 for none. */
    readonly connectTimeout: number;
    readonly requestTimeout: number;
    readonly cancelTimeout: number;
    readonly maxRetriesOnTransientErrors: number;
    readonly packetSize: number;
  };
}

export interface DriverConnection {
  connect(onConnect: (error?: Error) => void): void;
  execSqlBatch(request: DriverRequest): void;
  close(): void;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  on(event: 'errorMessage', listener: (message: { readonly number: number }) => void): unknown;
}

export interface DriverRequest {
  pause(): void;
  resume(): void;
  cancel(): void;
  on(event: 'row', listener: (cells: readonly { readonly value: Value }[]) => void): unknown;
}

/** Where `npm run pasang:sqlserver` puts the driver: in a folder of its own, so that nobody else has to have it. */
const HOME = new URL('../../../drivers/sqlserver/package.json', import.meta.url);

/** The driver; undefined where it was not installed. */
export async function loadDriver(home: URL = HOME): Promise<Driver | undefined> {
  try {
    const path = createRequire(home).resolve('tedious');
    const loaded: unknown = await import(pathToFileURL(path).href);
    return isDriver(loaded) ? loaded : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function isDriver(loaded: unknown): loaded is Driver {
  return (
    typeof loaded === 'object' &&
    loaded !== null &&
    'Connection' in loaded &&
    'Request' in loaded &&
    typeof loaded.Connection === 'function' &&
    typeof loaded.Request === 'function'
  );
}
