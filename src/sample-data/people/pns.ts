import type { PegawaiField } from '#canonical';
import type { LocalDate } from '#kernel/local-date.ts';
import { ESELON_PANGKAT } from '#rules/eselon-pangkat.ts';
import { gajiPokok } from '#rules/gaji-pokok.ts';
import { GOLONGAN_PNS } from '#rules/golongan.ts';
import { type Career, levelAt, rankAt, serviceAt } from '../career/career.ts';
import { listKgb, nextKgb } from '../career/kgb.ts';
import type { Post } from '../career/posts.ts';
import type { BknLags, FactChange, Facts, HistoryRow, JenisAsn, Person, Riwayat } from '../person.ts';
import { dateIn, type Month, monthIndex } from '../plan/horizon.ts';
import { mix32 } from '../random.ts';
import { beginCareer, bupFor, drawLeaving, firstMonth, placePerson, retirement } from './begin.ts';
import { nameOfJenisJabatan, nameOfJenisKp } from './codes.ts';
import { constantFacts } from './constants.ts';
import { type Context, type Slot, STREAM, streamOf } from './context.ts';
import { dateOfYear, decreeDate, decreeNumber, isoDate, isoMonth } from './decrees.ts';
import type { DataChange } from './data-changes.ts';
import { liveOn } from './future.ts';
import { makeNip } from './identity.ts';
import { drawStatus, type Status, statusFacts } from './status.ts';
import { drawStudies, type Study, studyFacts } from './study.ts';

/** Months of the newest visible event of each kind. */
interface View {
  readonly pangkat: Month;
  readonly jabatan: LocalDate;
  readonly kgb: Month;
  readonly pendidikan: Month;
  readonly status: Month;
  readonly data: Month;
}

/** A PNS or CPNS, active or former: facts are read off the career when asked for. */
export class Pns implements Person {
  readonly orangId: string;
  readonly jenisAsn: JenisAsn = 'pns';
  readonly instansi: string;
  readonly masuk: LocalDate;
  readonly leaving: Person['leaving'];
  private readonly context: Context;
  private readonly slot: Slot;
  private readonly career: Career;
  /** Last month of the career so far, and with what comes until the last delivery. */
  private readonly presentEnd: Month;
  private readonly end: Month;
  private readonly dataChanges: readonly DataChange[];
  private readonly posts: readonly Post[];
  private readonly studies: readonly Study[];
  private readonly status: Status | undefined;
  private readonly kgb: readonly Month[];
  private readonly chance: number;
  private base: Facts | undefined;
  private rows: Riwayat | undefined;

  constructor(context: Context, slot: Slot, orangId: string, stays = false) {
    this.context = context;
    this.slot = slot;
    this.orangId = orangId;
    this.instansi = context.frame.office.kode;
    const left = drawLeaving(context, slot);
    this.presentEnd = left ? monthIndex(left.tmt) - 1 : Math.max(context.horizon.month, firstMonth(slot));
    const career = beginCareer(context, slot, this.presentEnd);
    this.masuk = dateIn(career.cpns);
    const { posts, fungsional } = placePerson(context, slot, career, this.presentEnd);
    const studies = drawStudies(career, fungsional?.bidang, context, slot);
    this.status = left ? undefined : drawStatus(career, retirement(slot, posts.at(-1)), context, slot);
    this.chance = mix32(context.high + slot.number * 31);
    const retires = (post: Post | undefined): Month => monthIndex(retirement(slot, post));
    const present = { from: this.presentEnd + 1, career, posts, studies, fungsional, retires };
    const future =
      left || context.until <= this.presentEnd
        ? { career, posts, studies, leaving: left, changes: [] }
        : liveOn(context, slot, { ...present, facts: constantFacts(context, slot) }, stays);
    this.career = future.career;
    this.posts = future.posts;
    this.studies = future.studies;
    this.leaving = future.leaving;
    this.dataChanges = future.changes;
    this.end =
      left || !future.leaving
        ? Math.max(this.presentEnd, left ? 0 : context.until)
        : monthIndex(future.leaving.tmt) - 1;
    this.kgb = listKgb(this.career, this.end, this.status?.pause);
  }

  get bknLags(): BknLags {
    const random = streamOf(this.context, this.slot, STREAM.bkn);
    const late = (): number => random.below(3);
    const jabatan = late();
    return { jabatan, pangkat: late(), kgb: late(), pendidikan: late(), status: late(), data: late() };
  }

  get changes(): readonly FactChange[] {
    let facts: Facts = this.dataChanges.length > 0 ? this.factsAt(this.context.horizon.per) : {};
    return this.dataChanges.map(({ month, peristiwa, facts: baru }) => {
      const lama: Facts = {};
      for (const field of Object.keys(baru) as PegawaiField[]) {
        const value = facts[field];
        if (value !== undefined) lama[field] = value;
      }
      facts = { ...facts, ...baru };
      return { tmt: dateIn(month), peristiwa, lama, baru };
    });
  }

  get riwayat(): Riwayat {
    this.rows ??= this.listRows();
    return this.rows;
  }

  private listRows(): Riwayat {
    return {
      pangkat: this.career.rankMonths.map((_, at) => this.pangkatRow(at)),
      jabatan: this.posts.map((_, at) => this.jabatanRow(at)),
      kgb: this.kgb.map((month) => this.kgbRow(month)),
      pendidikan: this.studies.map((study) => this.pendidikanRow(study)),
    };
  }

  factsAt(date: LocalDate): Facts {
    const month = monthIndex(date);
    return this.factsOf(
      { pangkat: month, jabatan: date, kgb: month, pendidikan: month, status: month, data: month },
      date,
    );
  }

  factsOfBkn(date: LocalDate): Facts {
    const month = monthIndex(date);
    const lags = this.bknLags;
    const seen = (lag: number): Month => Math.max(this.career.cpns, month - lag);
    const jabatan = seen(lags.jabatan);
    return this.factsOf(
      {
        pangkat: seen(lags.pangkat),
        jabatan: jabatan === month ? date : dateIn(jabatan, date % 100),
        kgb: seen(lags.kgb),
        pendidikan: seen(lags.pendidikan),
        status: seen(lags.status),
        data: seen(lags.data),
      },
      date,
    );
  }

  private factsOf(view: View, date: LocalDate): Facts {
    this.base ??= this.baseFacts();
    const post = this.postAt(view.jabatan);
    const study = this.studies.findLast(({ month }) => month <= view.pendidikan) ?? this.studies[0];
    const lastKgb = this.kgb.findLast((month) => month <= view.kgb);
    const facts: Facts = {
      ...this.base,
      ...this.pangkatFacts(rankAt(this.career, view.pangkat) - this.career.firstRank),
      ...this.jabatanFacts(post),
      ...(lastKgb === undefined ? {} : this.kgbFacts(lastKgb)),
      ...(study ? studyFacts(study, this.studies, this.slot) : {}),
      ...this.appointmentFacts(date),
      ...this.payFacts(view),
      ...this.retirementFacts(post),
      ...statusFacts(this.status, this.leaving, view.status, this.career.cpns),
    };
    for (const change of this.dataChanges) if (change.month <= view.data) Object.assign(facts, change.facts);
    if (this.context.renames.size > 0) this.renameUnits(facts, monthIndex(view.jabatan));
    return facts;
  }

  private renameUnits(facts: Facts, month: Month): void {
    for (const field of ['unit_kerja', 'unit_organisasi_induk'] as const) {
      const rename = this.context.renames.get(facts[`${field}_id`] ?? '');
      if (rename && rename.month <= month) facts[field] = rename.nama;
    }
  }

  /** The month after which nothing is decreed: what had been decreed by the cut-off stays as it was. */
  private lastDecree(month: Month): Month {
    return month <= this.presentEnd ? this.presentEnd : this.end + 12;
  }

  private baseFacts(): Facts {
    const { career, slot } = this;
    const golongan = GOLONGAN_PNS[career.firstRank];
    const first = this.studies.findLast(({ month }) => month === career.cpns);
    return {
      ...constantFacts(this.context, slot),
      nip: makeNip(slot.origin),
      tmt_cpns: isoMonth(career.cpns),
      ...this.decreeFacts('cpns', career.cpns, 'no_sk_cpns', 'tgl_sk_cpns'),
      pejabat_sk_cpns: this.context.frame.signer,
      tmt_spmt_cpns: isoMonth(career.cpns),
      golongan_cpns_id: golongan?.kode ?? '',
      golongan_cpns: golongan?.label ?? '',
      pangkat_awal_nama: golongan?.pangkat ?? '',
      masa_kerja_cpns_tahun: String(Math.trunc(career.startService / 12)),
      masa_kerja_cpns_bulan: String(career.startService % 12),
      tmt_masuk_instansi: isoMonth(career.cpns),
      pendidikan_cpns_tingkat: first?.program.tingkat ?? '',
      pendidikan_cpns_nama: first?.program.nama ?? '',
    };
  }

  private decreeFacts(
    jenis: Parameters<typeof decreeNumber>[0],
    month: Month,
    no: keyof Facts,
    tgl: keyof Facts,
  ): Facts {
    const date = decreeDate(month, 1, this.chance ^ jenis.length, this.lastDecree(month));
    return { [no]: decreeNumber(jenis, this.slot.index, date), [tgl]: isoDate(date) };
  }

  private appointmentFacts(date: LocalDate): Facts {
    const { pns } = this.career;
    if (pns > monthIndex(date)) return { status_cpns_pns: 'C' };
    return {
      status_cpns_pns: 'P',
      tmt_pns: isoMonth(pns),
      ...this.decreeFacts('pns', pns, 'no_sk_pns', 'tgl_sk_pns'),
      pejabat_sk_pns: this.context.frame.signer,
    };
  }

  private pangkatFacts(at: number): Facts {
    const { career } = this;
    const rank = career.firstRank + at;
    const month = career.rankMonths[at] ?? career.cpns;
    const golongan = GOLONGAN_PNS[rank];
    const service = serviceAt(career, month);
    const date = this.pangkatDecree(at);
    const jenis = this.kindOfRaise(at, month);
    return {
      golongan_id: golongan?.kode ?? '',
      golongan: golongan?.label ?? '',
      pangkat_nama: golongan?.pangkat ?? '',
      tmt_golongan: isoMonth(month),
      no_sk_golongan: decreeNumber(at === 0 ? 'cpns' : 'pangkat', this.slot.index, date),
      tgl_sk_golongan: isoDate(date),
      pejabat_sk_golongan: this.context.frame.signer,
      jenis_kenaikan_pangkat: nameOfJenisKp(jenis),
      masa_kerja_tahun: String(Math.trunc(service / 12)),
      masa_kerja_bulan: String(service % 12),
      masa_kerja_total_bulan: String(service),
    };
  }

  private pangkatDecree(at: number): LocalDate {
    const month = this.career.rankMonths[at] ?? this.career.cpns;
    return decreeDate(month, 1, this.chance ^ (at === 0 ? 'cpns' : 'pangkat').length, this.lastDecree(month));
  }

  /** First rank, raise in a functional or structural post, by diploma, or regular. */
  private kindOfRaise(at: number, month: Month): string {
    if (at === 0) return '211';
    const { jenis } = this.postAt(dateIn(month));
    if (jenis !== '4') return jenis === '2' ? '202' : '201';
    const before = this.career.rankMonths[at - 1] ?? 0;
    return levelAt(this.career, month) > levelAt(this.career, before) ? '203' : '101';
  }

  private pangkatRow(at: number): HistoryRow {
    const facts = this.pangkatFacts(at);
    const tmt = dateIn(this.career.rankMonths[at] ?? this.career.cpns);
    return { tmt, tglSk: this.pangkatDecree(at), noSk: facts.no_sk_golongan ?? '', facts };
  }

  private postAt(date: LocalDate): Post {
    const found = this.posts.findLast(({ month, day }) => dateIn(month, day) <= date) ?? this.posts[0];
    if (!found) throw new Error('A person without a post');
    return found;
  }

  private jabatanFacts(post: Post): Facts {
    const at = this.posts.indexOf(post);
    const { frame } = this.context;
    const date = this.jabatanDecree(post);
    const unit = frame.units[post.unit];
    const perangkat = frame.units[unit?.perangkat ?? 0];
    const eselon = ESELON_PANGKAT[post.eselon];
    const moved =
      post.jenis === '4' ? {} : { tgl_pelantikan: isoMonth(post.month, Math.max(1, post.day - (this.chance % 4))) };
    const since = this.posts.findLastIndex((one, index) => index < at && one.unit !== post.unit) + 1;
    const entered = this.posts[since] ?? post;
    return {
      jenis_jabatan_id: post.jenis,
      jenis_jabatan: nameOfJenisJabatan(post.jenis),
      jabatan_id: post.id,
      jabatan: post.nama,
      tmt_jabatan: isoMonth(post.month, post.day),
      no_sk_jabatan: decreeNumber(post.jenis === '1' ? 'struktural' : 'jabatan', this.slot.index, date, at),
      tgl_sk_jabatan: isoDate(date),
      pejabat_sk_jabatan: this.context.frame.signer,
      ...moved,
      ...(eselon ? { eselon_id: eselon.kode, eselon: eselon.nama, tmt_eselon: this.eselonSince(at, post) } : {}),
      ...(post.jenjang ? { kode_jenjang_jabatan: post.jenjang } : {}),
      ...(post.jenis === '2' ? { tmt_jabatan_fungsional: isoMonth(this.career.functional) } : {}),
      unit_kerja_id: unit?.id ?? '',
      unit_kerja: unit?.nama ?? '',
      unit_organisasi_induk_id: perangkat?.id ?? '',
      unit_organisasi_induk: perangkat?.nama ?? '',
      tmt_unit_kerja: isoMonth(entered.month, entered.day),
      lokasi_kerja_id: unit?.daerah.lokasiId ?? '',
      lokasi_kerja: unit?.daerah.nama ?? '',
    };
  }

  private eselonSince(at: number, post: Post): string {
    const first = this.posts.findLastIndex((one, index) => index < at && one.eselon !== post.eselon) + 1;
    const since = this.posts[first] ?? post;
    return isoMonth(since.month, since.day);
  }

  private jabatanDecree(post: Post): LocalDate {
    return decreeDate(post.month, post.day, this.chance ^ 0x3c6e, this.lastDecree(post.month));
  }

  private jabatanRow(at: number): HistoryRow {
    const post = this.posts[at];
    if (!post) throw new Error(`No post ${at}`);
    const facts = this.jabatanFacts(post);
    return {
      tmt: dateIn(post.month, post.day),
      tglSk: this.jabatanDecree(post),
      noSk: facts.no_sk_jabatan ?? '',
      facts,
    };
  }

  private kgbFacts(month: Month): Facts {
    const { career } = this;
    const service = serviceAt(career, month);
    const golongan = GOLONGAN_PNS[rankAt(career, month)];
    const next = nextKgb(career, month);
    const date = decreeDate(month, 1, this.chance ^ 0x51ed, this.lastDecree(month));
    return {
      tmt_kgb: isoMonth(month),
      no_sk_kgb: decreeNumber('kgb', this.slot.index, date, besideYear(date, month)),
      tgl_sk_kgb: isoDate(date),
      pejabat_sk_kgb: this.context.frame.signer,
      golongan_kgb: golongan?.kode ?? '',
      masa_kerja_kgb_tahun: String(Math.trunc(service / 12)),
      masa_kerja_kgb_bulan: String(service % 12),
      ...(next === undefined ? {} : { tmt_kgb_berikutnya: isoMonth(next) }),
    };
  }

  private kgbRow(month: Month): HistoryRow {
    const facts = this.kgbFacts(month);
    const gaji = gajiPokok(rankAt(this.career, month), Math.trunc(serviceAt(this.career, month) / 12), month);
    const paid = gaji === undefined ? facts : { ...facts, gaji_pokok: String(gaji) };
    const tglSk = decreeDate(month, 1, this.chance ^ 0x51ed, this.lastDecree(month));
    return { tmt: dateIn(month), tglSk, noSk: facts.no_sk_kgb ?? '', facts: paid };
  }

  private pendidikanRow(study: Study): HistoryRow {
    const facts = studyFacts(study, this.studies, this.slot);
    const tglSk = dateOfYear(study.year, this.chance);
    return { tmt: dateIn(study.month), tglSk, noSk: facts.no_ijazah ?? '', facts };
  }

  /** Base pay of the rank and the last periodic raise; a CPNS gets four fifths (PP 7/1977 Ps. 6). */
  private payFacts(view: View): Facts {
    const month = Math.min(view.kgb, this.end);
    const pause = this.status?.pause;
    const counted = pause && month >= pause.from && month <= pause.until ? pause.from - 1 : month;
    const years = Math.trunc(serviceAt(this.career, Math.max(counted, this.career.cpns)) / 12);
    const gaji = gajiPokok(rankAt(this.career, Math.min(view.pangkat, this.end)), years, month);
    if (gaji === undefined) return {};
    return { gaji_pokok: String(this.career.pns > month ? (gaji * 8) / 10 : gaji) };
  }

  private retirementFacts(post: Post): Facts {
    const bup = bupFor(post);
    return { bup: String(bup), tmt_pensiun: isoDate(retirement(this.slot, post)) };
  }
}

/** Raises of two years may be decreed in one: a decree of the year before or after its TMT takes a number of its own. */
function besideYear(date: LocalDate, month: Month): number {
  const years = Math.trunc(date / 10_000) - Math.trunc(month / 12);
  if (years === 0) return 0;
  return years < 0 ? 1 : 2;
}
