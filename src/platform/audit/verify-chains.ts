import type { Snapshot } from '../database/database.ts';
import { type ChainedEvent, EVENTS_IN_ORDER, isAsWritten, readEvents } from './chain-reader.ts';

/** The first place at which a chain is not what was written. */
export interface BrokenLink {
  readonly instansi: number;
  readonly nomor: number;
  readonly sebab: 'isi berubah' | 'sambungan putus' | 'nomor hilang' | 'ujung terpotong';
}

/** What one look at the chains found. */
export interface ChainReport {
  readonly peristiwa: number;
  readonly rantai: number;
  /** The first broken link of each chain; empty when all are whole. */
  readonly putus: readonly BrokenLink[];
}

/** A head, newest or published: what the event of that number was. */
export interface Head {
  readonly instansi: number;
  readonly nomor: number;
  /** SHA-256, hexadecimal. */
  readonly sidik: string;
  /** Whether it is the newest, after which there may be no event. */
  readonly isNewest: boolean;
}

const HEADS = `
  SELECT instansi_id AS instansi, nomor::float8 AS nomor, encode(sidik_jari, 'hex') AS sidik, true AS "isNewest"
  FROM platform.jejak_kepala
  UNION ALL SELECT instansi_id, nomor::float8, encode(sidik_jari, 'hex'), false FROM platform.jejak_kepala_harian`;

/**
 * One pass over the chains that the transaction sees. Of one moment, since an event that is added meanwhile would look like one too
 * many. Streaming; memory is the heads.
 */
export async function checkChains(transaction: Snapshot): Promise<ChainReport> {
  const check = startCheck(await transaction.query<Head>(HEADS));
  const peristiwa = await readEvents(transaction.copyOut(EVENTS_IN_ORDER), check.add);
  return { peristiwa, ...check.finish() };
}

/** The broken links alone. */
export async function verifyChains(transaction: Snapshot): Promise<readonly BrokenLink[]> {
  return (await checkChains(transaction)).putus;
}

/**
 * Looks at events in the order of instansi and number. An event is judged by its own hash, by the hash of the one before and by its
 * number; the end by the newest head and by every published head. Somebody who can rewrite everything still cannot rewrite the
 * heads that were published elsewhere.
 */
function startCheck(heads: readonly Head[]): {
  readonly add: (event: ChainedEvent) => void;
  readonly finish: () => Omit<ChainReport, 'peristiwa'>;
} {
  const broken = new Map<number, BrokenLink>();
  const note = (instansi: number, nomor: number, sebab: BrokenLink['sebab']): void => {
    const known = broken.get(instansi);
    if (known === undefined || nomor < known.nomor) broken.set(instansi, { instansi, nomor, sebab });
  };
  const expected = new Map<number, Map<number, readonly string[]>>();
  for (const { instansi, nomor, sidik } of heads) {
    if (nomor <= 0) continue;
    const own = expected.get(instansi) ?? new Map<number, readonly string[]>();
    expected.set(instansi, own.set(nomor, [...(own.get(nomor) ?? []), bytesOf(sidik)]));
  }
  const newest = new Map(heads.filter(({ isNewest }) => isNewest).map(({ instansi, nomor }) => [instansi, nomor]));
  const last = new Map<number, number>();
  let chain = Number.NaN;
  let count = 0;
  let previous = '';
  let wanted: Map<number, readonly string[]> | undefined;
  return {
    add: (event) => {
      const { instansi, nomor, before, own } = event;
      if (instansi !== chain) {
        [chain, count, previous] = [instansi, 0, ''];
        wanted = expected.get(instansi);
      }
      count += 1;
      last.set(instansi, nomor);
      if (nomor !== count) note(instansi, nomor, 'nomor hilang');
      else if (before !== previous) note(instansi, nomor, 'sambungan putus');
      else if (!isAsWritten(event)) note(instansi, nomor, 'isi berubah');
      previous = own;
      if (wanted?.get(nomor)?.every((sidik) => sidik === own) === true) wanted.delete(nomor);
    },
    finish: () => {
      // Heads whose event is not there, or is another.
      for (const [instansi, left] of expected) {
        for (const nomor of left.keys()) note(instansi, nomor, 'ujung terpotong');
      }
      for (const [instansi, nomor] of last) {
        if (newest.get(instansi) !== nomor) note(instansi, nomor, 'ujung terpotong');
      }
      const putus = [...broken.values()].toSorted((a, b) => a.instansi - b.instansi);
      return { rantai: Math.max(newest.size, last.size), putus };
    },
  };
}

/** A hexadecimal hash as events carry theirs. */
const bytesOf = (sidik: string): string => Buffer.from(sidik, 'hex').toString('latin1');
