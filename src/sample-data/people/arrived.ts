import type { BknLags, FactChange, Facts, HistoryRow, JenisAsn, Person, Riwayat } from '../person.ts';
import { addMonths, type LocalDate } from '#kernel/local-date.ts';
import { officeFacts } from './constants.ts';
import type { Context } from './context.ts';
import { decreeNumber, isoDate } from './decrees.ts';

/** Somebody who has come from another office: the same person and career, with the place of work here from a day on. */
export class ArrivedPerson implements Person {
  readonly orangId: string;
  readonly jenisAsn: JenisAsn;
  readonly instansi: string;
  readonly masuk: LocalDate;
  readonly leaving: Person['leaving'];
  readonly bknLags: BknLags;
  readonly changes: readonly FactChange[];
  private readonly inner: Person;
  private readonly place: Facts;

  /** `inner` is the person as if he or she had stayed where he or she was. */
  constructor(inner: Person, { frame }: Context, masuk: LocalDate, unitAt: number, number: number) {
    this.inner = inner;
    this.orangId = inner.orangId;
    this.jenisAsn = inner.jenisAsn;
    this.instansi = frame.office.kode;
    this.masuk = masuk;
    this.leaving = inner.leaving;
    this.bknLags = inner.bknLags;
    this.changes = inner.changes;
    const unit = frame.units[unitAt];
    const perangkat = frame.units[unit?.perangkat ?? 0];
    const decreed = addMonths(masuk, -1);
    this.place = {
      ...officeFacts(frame),
      tmt_masuk_instansi: isoDate(masuk),
      tmt_jabatan: isoDate(masuk),
      no_sk_jabatan: decreeNumber('jabatan', number, decreed),
      tgl_sk_jabatan: isoDate(decreed),
      pejabat_sk_jabatan: frame.signer,
      unit_kerja_id: unit?.id ?? '',
      unit_kerja: unit?.nama ?? '',
      unit_organisasi_induk_id: perangkat?.id ?? '',
      unit_organisasi_induk: perangkat?.nama ?? '',
      tmt_unit_kerja: isoDate(masuk),
      lokasi_kerja_id: unit?.daerah.lokasiId ?? '',
      lokasi_kerja: unit?.daerah.nama ?? '',
    };
  }

  get riwayat(): Riwayat {
    const { jabatan, ...others } = this.inner.riwayat;
    const before = jabatan.filter(({ tmt }) => tmt < this.masuk);
    const { facts = {} } = before.at(-1) ?? {};
    const row: HistoryRow = {
      tmt: this.masuk,
      tglSk: addMonths(this.masuk, -1),
      noSk: this.place.no_sk_jabatan ?? '',
      facts: { ...facts, ...this.place },
    };
    return { ...others, jabatan: [...before, row] };
  }

  factsAt(date: LocalDate): Facts {
    return this.placed(this.inner.factsAt(date), date);
  }

  factsOfBkn(date: LocalDate): Facts {
    return this.placed(this.inner.factsOfBkn(date), addMonths(date, -this.bknLags.jabatan));
  }

  /** The facts with the place here, where that is known. */
  private placed(facts: Facts, seen: LocalDate): Facts {
    if (seen < this.masuk) return facts;
    const inaugurated = facts.tgl_pelantikan === undefined ? {} : { tgl_pelantikan: isoDate(this.masuk) };
    return { ...facts, ...this.place, ...inaugurated };
  }
}
