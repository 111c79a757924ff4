/**
 * What PostgreSQL assumes of a machine is that of twenty years ago. A publication of everybody writes 2 GB of log: with the usual limit
 * it would stop for several checkpoints, each of which makes every page be logged whole again.
 */
const TUNING = {
  shared_buffers: '256MB',
  work_mem: '16MB',
  temp_buffers: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  jit: 'off',
} as const;

/** A disposable server does not wait for the disk. */
const DISPOSABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

/** Arguments by which the embedded server is started at a port of the loopback address. */
export function serverArguments(port: number, isDisposable: boolean): readonly string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // The detail of an error may hold somebody's values.
    log_error_verbosity: 'terse',
    ...TUNING,
    ...(isDisposable ? DISPOSABLE : {}),
  };
  return Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
}
