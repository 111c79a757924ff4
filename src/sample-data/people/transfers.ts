import { OFFICES } from '../lists/offices.ts';
import { FIRST_ESELON } from '../plan/kelas.ts';
import type { Month } from '../plan/horizon.ts';
import { mix32 } from '../random.ts';
import type { Context, Slot } from './context.ts';

/** A move to another office. */
export interface Transfer {
  readonly month: Month;
  /** Place of the other office in the list. */
  readonly to: number;
  readonly bits: number;
}

const MOVES_AWAY = 0.0003;

/** Whether and when a person of no structural post moves away between the cut-off and the last delivery. */
export function transferOf(
  {
    high,
    until,
    horizon,
    frame,
  }: Pick<Context, 'high' | 'until' | 'horizon'> & { readonly frame: { readonly office: { readonly kode: string } } },
  { kind, number }: Pick<Slot, 'kind' | 'number'>,
): Transfer | undefined {
  const months = until - horizon.month;
  if (kind >= FIRST_ESELON || months === 0) return undefined;
  const bits = mix32((number * 0x2545f491) ^ high ^ 0x51a3);
  if (bits / 4_294_967_296 >= MOVES_AWAY * months) return undefined;
  const again = mix32(bits);
  const own = OFFICES.findIndex(({ kode }) => kode === frame.office.kode);
  const step = 1 + ((again >>> 8) % (OFFICES.length - 1));
  return { month: horizon.month + 1 + (again % months), to: (own + step) % OFFICES.length, bits: mix32(again) };
}
