import type { DELIVERY_STATES } from './contract.ts';

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What happens to a delivery. */
export type DeliveryEvent =
  | 'lengkap'
  | 'periksa'
  | 'lolos'
  | 'tolak'
  | 'terbitkan'
  | 'terbit'
  | 'urung'
  | 'basi'
  | 'petakan'
  | 'ganti'
  | 'tarik'
  | 'kembali'
  | 'batal';

/** Every step that there is; what is not here cannot happen. */
const STEPS: Readonly<Record<DeliveryState, Readonly<Partial<Record<DeliveryEvent, DeliveryState>>>>> = {
  mengunggah: { lengkap: 'diterima', batal: 'dibatalkan' },
  diterima: { periksa: 'memeriksa', batal: 'dibatalkan' },
  // A worker that was killed leaves it here; the next one begins again.
  memeriksa: { periksa: 'memeriksa', lolos: 'diperiksa', tolak: 'ditolak', batal: 'dibatalkan' },
  // `petakan`: another recipe reads it from now on.
  diperiksa: { terbitkan: 'menerbitkan', petakan: 'diterima', batal: 'dibatalkan' },
  // `basi`: what it was checked against has changed meanwhile.
  menerbitkan: { terbit: 'terbit', urung: 'diperiksa', basi: 'diterima' },
  terbit: { ganti: 'digantikan', tarik: 'ditarik' },
  digantikan: { kembali: 'terbit' },
  ditarik: { kembali: 'terbit' },
  // What nobody could read is mapped by a person.
  ditolak: { petakan: 'diterima' },
  dibatalkan: {},
};

/** The state after an event; undefined where the event cannot happen. */
export function stepOf(state: DeliveryState, event: DeliveryEvent): DeliveryState | undefined {
  return STEPS[state][event];
}

/** States from which an event leads on. */
export function statesBefore(event: DeliveryEvent): readonly DeliveryState[] {
  return (Object.keys(STEPS) as DeliveryState[]).filter((state) => STEPS[state][event] !== undefined);
}

/** Whether everybody has seen the delivery, now or once. */
export const wasPublished = (state: DeliveryState): boolean =>
  state === 'terbit' || state === 'digantikan' || state === 'ditarik';
