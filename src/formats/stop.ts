/**
 * The end of all reading in this thread, for good: somebody has pressed Ctrl-C. It is state of the process, as the signal
 * itself is; whoever wants to end one reading only gives a signal of their own to `openSource`.
 */
const stop = new AbortController();

/** Makes everything that is being read, and whatever will be, end with `DIBATALKAN`; queries are stopped at their servers. */
export function stopReading(): void {
  stop.abort();
}

export const stopSignal: AbortSignal = stop.signal;
