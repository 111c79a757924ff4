import { LiveFault } from './faults.ts';

/** What is known of the moment at which an error came. */
export interface Moment {
  readonly isConnecting?: boolean;
  /** The server's own number, where the error does not carry it. */
  readonly number?: number | undefined;
  readonly isEncrypted?: boolean;
}

/** An error of the server by its number. */
class ServerFault extends Error {
  readonly code: string;

  constructor(number: number) {
    super(`SQLSERVER_${number}`);
    this.code = this.message;
  }
}

/** The driver's words for the state of a connection. */
const STATES: Readonly<Record<string, LiveFault>> = {
  ECLOSE: new LiveFault('LOST'),
  EINVALIDSTATE: new LiveFault('LOST'),
  ECANCEL: new LiveFault('ER_QUERY_TIMEOUT'),
  ELOGIN: new LiveFault('SASL'),
};

/** An error of the driver with a code that `explainFault` knows: the server's number, else the socket's code beneath. */
export function named(error: unknown, { isConnecting = false, number, isEncrypted = true }: Moment = {}): unknown {
  if (error instanceof LiveFault || error instanceof ServerFault || !(error instanceof Error)) return error;
  if (number !== undefined) return new ServerFault(number);
  if (error instanceof AggregateError) return named(error.errors[0], { isConnecting, isEncrypted });
  if ('number' in error && typeof error.number === 'number') return new ServerFault(error.number);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === 'EENCRYPT') return new LiveFault(isEncrypted ? 'NO_TLS' : 'WANTS_TLS');
  if (code === 'ETIMEOUT') return new LiveFault(isConnecting ? 'ETIMEDOUT' : 'ER_QUERY_TIMEOUT');
  if (code === 'ESOCKET' && error.cause !== undefined) return named(error.cause, { isConnecting, isEncrypted });
  if (code !== undefined && code !== 'ESOCKET' && !code.startsWith('ERR_BUFFER') && code !== 'ERR_OUT_OF_RANGE') {
    return STATES[code] ?? error;
  }
  // A trouble of the driver's own that has no code: what came was no answer of such a server, or was torn.
  return isDriverOwn(error) ? new LiveFault(isConnecting ? 'FOREIGN' : 'LOST') : error;
}

/** Whether the driver threw it, and not a listener of ours. */
function isDriverOwn(error: Error): boolean {
  const place = error.stack?.split('\n').find((line) => /^\s+at .*[\\/]/.test(line) && !line.includes('node:')) ?? '';
  return 'code' in error || /[\\/]drivers[\\/]sqlserver[\\/]/.test(place);
}
