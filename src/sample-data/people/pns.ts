import type { LocalDate } from '#kernel/local-date.ts';
import { bupOf, tmtPensiun } from '#rules/bup.ts';
import { ESELON_PANGKAT } from '#rules/eselon-pangkat.ts';
import { gajiPokok } from '#rules/gaji-pokok.ts';
import { GOLONGAN_PNS } from '#rules/golongan.ts';
import { type Career, levelAt, rankAt, serviceAt, simulateCareer } from '../career/career.ts';
import { listKgb, nextKgb } from '../career/kgb.ts';
import { listPosts, type Post } from '../career/posts.ts';
import type { Facts, HistoryRow, JenisAsn, Person, Riwayat } from '../person.ts';
import { MANTAN_GURU, MANTAN_LAIN, MANTAN_PELAKSANA } from '../plan/cohorts.ts';
import { dateIn, type Month, monthIndex } from '../plan/horizon.ts';
import { GURU, isFungsional, KELAS_COUNT, PELAKSANA } from '../plan/kelas.ts';
import { mix32 } from '../random.ts';
import { nameOfJenisJabatan, nameOfJenisKp } from './codes.ts';
import { constantFacts } from './constants.ts';
import { type Context, type Slot, STREAM, streamOf } from './context.ts';
import { dateOfYear, decreeDate, decreeNumber, isoDate, isoMonth } from './decrees.ts';
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
  private readonly end: Month;
  private readonly posts: readonly Post[];
  private readonly studies: readonly Study[];
  private readonly status: Status | undefined;
  private readonly kgb: readonly Month[];
  private readonly chance: number;
  private base: Facts | undefined;
  private rows: Riwayat | undefined;

  constructor(context: Context, slot: Slot, orangId: string) {
    this.context = context;
    this.slot = slot;
    this.orangId = orangId;
    this.instansi = context.frame.office.kode;
    this.leaving = drawLeaving(context, slot);
    this.end = this.leaving ? monthIndex(this.leaving.tmt) - 1 : context.horizon.month;
    this.career = beginCareer(context, slot, this.end);
    this.masuk = dateIn(this.career.cpns);
    const { posts, fungsional } = placePerson(context, slot, this.career, this.end);
    this.posts = posts;
    this.studies = drawStudies(this.career, fungsional?.bidang, context, slot);
    this.status = this.leaving
      ? undefined
      : drawStatus(this.career, this.tmtPensiunAt(posts.length - 1), context, slot);
    this.kgb = listKgb(this.career, this.end, this.status?.pause);
    this.chance = mix32(context.high + slot.number * 31);
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
    return this.factsOf({ pangkat: month, jabatan: date, kgb: month, pendidikan: month, status: month }, date);
  }

  factsOfBkn(): Facts {
    const { per, month } = this.context.horizon;
    const random = streamOf(this.context, this.slot, STREAM.bkn);
    const late = (): Month => Math.max(this.career.cpns, month - random.below(3));
    const jabatan = late();
    return this.factsOf(
      {
        pangkat: late(),
        jabatan: jabatan === month ? per : dateIn(jabatan, per % 100),
        kgb: late(),
        pendidikan: late(),
        status: late(),
      },
      per,
    );
  }

  private factsOf(view: View, date: LocalDate): Facts {
    this.base ??= this.baseFacts();
    const post = this.postAt(view.jabatan);
    const study = this.studies.findLast(({ month }) => month <= view.pendidikan) ?? this.studies[0];
    const lastKgb = this.kgb.findLast((month) => month <= view.kgb);
    return {
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
    const date = decreeDate(month, 1, this.chance ^ jenis.length, this.end);
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
    return decreeDate(month, 1, this.chance ^ (at === 0 ? 'cpns' : 'pangkat').length, this.end);
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
    return decreeDate(post.month, post.day, this.chance ^ 0x3c6e, this.end);
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
    const date = decreeDate(month, 1, this.chance ^ 0x51ed, this.end);
    return {
      tmt_kgb: isoMonth(month),
      no_sk_kgb: decreeNumber('kgb', this.slot.index, date),
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
    const tglSk = decreeDate(month, 1, this.chance ^ 0x51ed, this.end);
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
    const counted = this.status?.pause && month >= this.status.pause.from ? this.status.pause.from - 1 : month;
    const years = Math.trunc(serviceAt(this.career, Math.max(counted, this.career.cpns)) / 12);
    const gaji = gajiPokok(rankAt(this.career, Math.min(view.pangkat, this.end)), years, month);
    if (gaji === undefined) return {};
    return { gaji_pokok: String(this.career.pns > month ? (gaji * 8) / 10 : gaji) };
  }

  private retirementFacts(post: Post): Facts {
    const bup = bupFor(post);
    return { bup: String(bup), tmt_pensiun: isoDate(tmtPensiun(this.slot.origin.tanggalLahir, bup)) };
  }

  private tmtPensiunAt(at: number): LocalDate {
    const post = this.posts[at];
    return tmtPensiun(this.slot.origin.tanggalLahir, post ? bupFor(post) : 58);
  }
}

function bupFor(post: Post): number {
  if (post.jenis === '4') return bupOf({ jenis: 'pelaksana' });
  if (post.jenis === '1') return bupOf({ jenis: 'struktural', eselon: ESELON_PANGKAT[post.eselon]?.kode ?? '42' });
  return bupOf({ jenis: 'fungsional', jenjang: post.jenjang ?? 'PT', guru: post.nama.startsWith('Guru ') });
}

/** The class of a career: former staff were teachers or pelaksana. */
function classOf(kind: number): number {
  if (kind < KELAS_COUNT) return kind;
  return kind === MANTAN_GURU ? GURU : PELAKSANA;
}

function beginCareer(context: Context, slot: Slot, end: Month): Career {
  const random = streamOf(context, slot, STREAM.career);
  const { origin } = slot;
  const plan = context.cohorts.drawPlan(origin.row, random.unit());
  const cpns = origin.cpnsYear * 12 + origin.slot;
  return simulateCareer({ kelas: classOf(slot.kind), plan, birthYear: origin.birthYear, cpns, end }, random);
}

function placePerson(context: Context, slot: Slot, career: Career, end: Month) {
  const { frame } = context;
  const random = streamOf(context, slot, STREAM.posts);
  const unit = frame.unitOf(slot.kind, slot.rank);
  const count = frame.counts[slot.kind] ?? 1;
  const other =
    isFungsional(career.kelas) || slot.kind >= PELAKSANA ? frame.unitOf(slot.kind, random.below(count)) : unit;
  const place = {
    unit,
    earlier: other,
    seatOf: (eselon: number) => frame.seatOf(eselon, random.unit()),
    headOf: (at: number) => ({ id: frame.units[at]?.jabatanId ?? '', nama: frame.units[at]?.jabatan ?? '' }),
  };
  return listPosts(career, end, place, context.catalogue, random);
}

/** Retired at the age limit, or died, resigned or moved away within the last three years. */
function drawLeaving(context: Context, { kind, origin, number }: Slot): Person['leaving'] {
  if (kind === MANTAN_GURU) return { tmt: tmtPensiun(origin.tanggalLahir, 60), jenis: 'pensiun' };
  if (kind === MANTAN_PELAKSANA) return { tmt: tmtPensiun(origin.tanggalLahir, 58), jenis: 'pensiun' };
  if (kind !== MANTAN_LAIN) return undefined;
  const bits = mix32(number ^ context.low);
  const jenis = bits % 100 < 50 ? 'pindah' : bits % 100 < 85 ? 'meninggal' : 'berhenti';
  return { tmt: dateIn(context.horizon.month - ((bits >>> 8) % 36)), jenis };
}
