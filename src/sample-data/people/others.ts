import type { LocalDate } from '#kernel/local-date.ts';
import { drawTitle } from '../career/posts.ts';

import { type Facts, type HistoryRow, type JenisAsn, NO_LAGS, type Person, type Riwayat } from '../person.ts';
import { PPPK } from '../plan/cohorts.ts';
import { dateIn, type Month } from '../plan/horizon.ts';
import { GURU, PELAKSANA } from '../plan/kelas.ts';
import { GRADUATION_AGE } from '../plan/plans.ts';
import { mix32 } from '../random.ts';
import { nameOfJenisJabatan, nameOfKedudukan } from './codes.ts';
import { constantFacts } from './constants.ts';
import { type Context, type Slot, STREAM, streamOf } from './context.ts';
import { decreeDate, decreeNumber, isoDate, isoMonth } from './decrees.ts';
import { makeNip } from './identity.ts';
import { pppkWork } from './office-frame.ts';
import { studyFacts } from './study.ts';

const S1 = 6;
const D3 = 5;
const SLTA = 2;
/** Golongan of a PPPK by education (Perpres 98/2020 and its annexes): SLTA V, D-III VII, S-1 IX. */
const GOLONGAN_OF: Readonly<Record<number, string>> = { [SLTA]: 'V', [D3]: 'VII', [S1]: 'IX' };
const CONTRACT_MONTHS = 60;
const PPPK_AKTIF = '71';

/** Somebody on a contract: a PPPK, or staff without a status whom only the Simpeg knows. The one post is the first and last. */
export class ContractPerson implements Person {
  readonly orangId: string;
  readonly jenisAsn: JenisAsn;
  readonly instansi: string;
  readonly masuk: LocalDate;
  readonly leaving: Person['leaving'] = undefined;
  readonly bknLags = NO_LAGS;
  readonly changes = [];
  private readonly context: Context;
  private readonly slot: Slot;
  private readonly from: Month;
  private readonly level: number;
  private readonly work: number;
  private facts: Facts | undefined;

  constructor(context: Context, slot: Slot, orangId: string) {
    this.context = context;
    this.slot = slot;
    this.orangId = orangId;
    this.jenisAsn = slot.kind === PPPK ? 'pppk' : 'non_asn';
    this.instansi = context.frame.office.kode;
    const bits = mix32(slot.number ^ context.high);
    this.from = slot.origin.cpnsYear * 12 + (bits % 9);
    this.masuk = dateIn(this.from);
    this.work = slot.kind === PPPK ? pppkWork(slot.rank) : PELAKSANA;
    this.level = this.work === GURU ? S1 : this.work === PELAKSANA ? SLTA : bits % 3 === 0 ? S1 : D3;
  }

  get riwayat(): Riwayat {
    const facts = this.allFacts();
    const row = (fields: Facts): HistoryRow[] => [
      { tmt: this.masuk, tglSk: this.decree(), noSk: facts.no_sk_pppk ?? '', facts: fields },
    ];
    if (this.jenisAsn !== 'pppk') return { pangkat: [], jabatan: row(this.postFacts()), kgb: [], pendidikan: [] };
    return {
      pangkat: row(this.contractFacts()),
      jabatan: row(this.postFacts()),
      kgb: [],
      pendidikan: row(this.study()),
    };
  }

  factsAt(): Facts {
    return { ...this.allFacts() };
  }

  factsOfBkn(): Facts {
    return { ...this.allFacts() };
  }

  private allFacts(): Facts {
    this.facts ??= {
      ...constantFacts(this.context, this.slot),
      ...this.postFacts(),
      ...this.study(),
      ...(this.jenisAsn === 'pppk' ? this.contractFacts() : this.localFacts()),
    };
    return this.facts;
  }

  private decree(): LocalDate {
    return decreeDate(this.from, 1, this.context.high + this.slot.number, this.context.horizon.month);
  }

  private contractFacts(): Facts {
    const golongan = GOLONGAN_OF[this.level] ?? 'V';
    const tmt = isoMonth(this.from);
    const tglSk = this.decree();
    const noSk = decreeNumber('pppk', this.slot.index, tglSk);
    return {
      nip: makeNip(this.slot.origin),
      tmt_cpns: tmt,
      golongan_cpns: golongan,
      golongan,
      golongan_pppk: golongan,
      tmt_golongan: tmt,
      no_sk_golongan: noSk,
      tgl_sk_golongan: isoDate(tglSk),
      masa_kerja_tahun: '0',
      masa_kerja_bulan: '0',
      no_sk_pppk: noSk,
      tgl_sk_pppk: isoDate(tglSk),
      tmt_kontrak_mulai: tmt,
      tmt_kontrak_akhir: isoMonth(this.from + CONTRACT_MONTHS),
      kedudukan_hukum_id: PPPK_AKTIF,
      kedudukan_hukum: nameOfKedudukan(PPPK_AKTIF),
      tmt_kedudukan_hukum: tmt,
    };
  }

  private localFacts(): Facts {
    return { nip_lokal: `NA${this.context.frame.office.kode}${String(this.slot.index + 1).padStart(6, '0')}` };
  }

  private postFacts(): Facts {
    const { frame } = this.context;
    const unit = frame.units[frame.unitOf(this.slot.kind, this.slot.rank)];
    const perangkat = frame.units[unit?.perangkat ?? 0];
    const { jenis, id, nama } = this.drawPost();
    return {
      jenis_jabatan_id: jenis,
      jenis_jabatan: nameOfJenisJabatan(jenis),
      jabatan_id: id,
      jabatan: nama,
      tmt_jabatan: isoMonth(this.from),
      no_sk_jabatan: decreeNumber('jabatan', this.slot.index, this.decree()),
      tgl_sk_jabatan: isoDate(this.decree()),
      unit_kerja_id: unit?.id ?? '',
      unit_kerja: unit?.nama ?? '',
      unit_organisasi_induk_id: perangkat?.id ?? '',
      unit_organisasi_induk: perangkat?.nama ?? '',
      tmt_unit_kerja: isoMonth(this.from),
      lokasi_kerja_id: unit?.daerah.lokasiId ?? '',
      lokasi_kerja: unit?.daerah.nama ?? '',
    };
  }

  private drawPost(): { jenis: string; id: string; nama: string } {
    const random = streamOf(this.context, this.slot, STREAM.posts);
    const { catalogue } = this.context;
    if (this.work === PELAKSANA) {
      const [, id, nama] = drawTitle(catalogue.pelaksana(this.level), random);
      return { jenis: '4', id, nama };
    }
    const jenjang = this.level === S1 ? 'PT' : 'TR';
    const kelompok = this.work === GURU ? 'guru' : 'kesehatan';
    const post = random.pickFront(catalogue.fungsional(kelompok, [jenjang]), 2);
    return {
      jenis: '2',
      id: post.jenjang[jenjang] ?? '',
      nama: `${post.nama} ${jenjang === 'PT' ? 'Ahli Pertama' : 'Terampil'}`,
    };
  }

  private study(): Facts {
    const random = streamOf(this.context, this.slot, STREAM.study);
    const { catalogue } = this.context;
    const { birthYear, cpnsYear } = this.slot.origin;
    const field = this.work === GURU ? 'guru' : this.work === PELAKSANA ? 'umum' : 'perawat';
    const program = random.pick(catalogue.programs(this.level, field));
    const year = Math.min(cpnsYear - 1, birthYear + (GRADUATION_AGE[this.level] ?? 23) + random.below(3));
    const study = { program, year, month: this.from, haji: random.chance(0.02), plain: random.chance(0.03) };
    return studyFacts(study, [study], this.slot);
  }
}
