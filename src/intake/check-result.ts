import type { DeliveryDetail, Effect, Gate } from './contract.ts';
import type { GateProfile } from './gates.ts';

/** What checking a delivery found; kept with it. */
export interface CheckResult {
  readonly baris: NonNullable<DeliveryDetail['baris']>;
  readonly struktur: NonNullable<DeliveryDetail['struktur']>;
  readonly gerbang: readonly Gate[];
  readonly akibat: Effect;
  readonly selisih: NonNullable<DeliveryDetail['selisih']>;
  readonly kolomBerubah: DeliveryDetail['kolomBerubah'];
  /** The first of them; all are in karantina.csv. */
  readonly karantina: DeliveryDetail['karantina'];
  readonly profil: GateProfile;
  /** What it was checked against: BKN's delivery, the Simpegs' by instansi where it is BKN's own, and the recipe book. */
  readonly dasar: CheckBase;
}

export interface CheckBase {
  readonly bkn: string;
  readonly simpeg: Readonly<Record<string, string>>;
  /** Newest version of the recipe book by instansi that has one. */
  readonly pemetaan: Readonly<Record<string, number>>;
}
