import { addMonths, dayNumber, type LocalDate, monthsBetween, parseIsoDate, yearOf } from '#kernel/local-date.ts';
import { ESELON_PANGKAT } from '#rules/eselon-pangkat.ts';
import { gajiPokok, isGajiStep, lastGajiStep } from '#rules/gaji-pokok.ts';
import { GOLONGAN_PNS } from '#rules/golongan.ts';
import { parseNik } from '#rules/nik.ts';
import { parseNip } from '#rules/nip.ts';
import { PANGKAT_PENDIDIKAN } from '#rules/pangkat-pendidikan.ts';
import { isPeriodeKenaikanPangkat } from '#rules/periode-kenaikan-pangkat.ts';
import type { Facts, HistoryRow, Person } from './person.ts';

/**
 * The rules of inner consistency that a person without defects must pass, checked from the facts alone: what is wrong, in words;
 * none means sound. Used by tests, and to explain a sample.
 */
export function findInconsistencies(person: Person, per: LocalDate): string[] {
  const facts = person.factsAt(per);
  const checks: Check[] =
    person.jenisAsn === 'non_asn' ? identityChecks(facts) : [...identityChecks(facts), ...numberChecks(person, facts)];
  const careers = person.jenisAsn === 'pns' ? careerChecks(person, facts, per) : [];
  return [...checks, ...careers].filter(([, holds]) => !holds).map(([name]) => name);
}

type Check = readonly [name: string, holds: boolean];

const dateOf = (iso: string | undefined): LocalDate => parseIsoDate(iso ?? '') ?? (0 as LocalDate);
const monthOf = (date: LocalDate): number => yearOf(date) * 12 + (Math.trunc(date / 100) % 100) - 1;
const rankOf = (kode: string | undefined): number => GOLONGAN_PNS.findIndex((row) => row.kode === kode);

function identityChecks(facts: Facts): Check[] {
  const nik = parseNik(facts.nik ?? '');
  const day = Number(facts.nik?.slice(6, 8)) - (facts.jenis_kelamin === 'F' ? 40 : 0);
  const born = dateOf(facts.tanggal_lahir);
  return [
    ['NIK is readable', nik.ok],
    ['NIK says birth date and sex', born % 100 === day && facts.nik?.slice(8, 12) === yymm(born)],
    ['NIK serial is from 9000 on', facts.nik?.[12] === '9' && facts.nik.length === 16],
    ['at most two children count', Number(facts.jumlah_anak) <= 2],
    ['mail goes nowhere', facts.email?.endsWith('@contoh.test') ?? false],
    ['telephone is nobody’s', /^08\d\d0000\d{2,5}$/.test(facts.no_hp ?? '')],
  ];
}

function yymm(date: LocalDate): string {
  const text = String(date);
  return text.slice(4, 6) + text.slice(2, 4);
}

function numberChecks(person: Person, facts: Facts): Check[] {
  const nip = facts.nip ?? '';
  const tmt = facts.tmt_cpns?.replaceAll('-', '') ?? '';
  const begun = person.jenisAsn === 'pns' ? tmt.slice(0, 6) : `${tmt.slice(0, 4)}21`;
  return [
    ['NIP is readable', parseNip(nip).ok],
    [
      'NIP = birth, appointment, sex',
      nip.startsWith(facts.tanggal_lahir?.replaceAll('-', '') + begun + sexDigit(facts)),
    ],
    ['NIP serial is 901 to 999', Number(nip.slice(15)) >= 901 && Number(nip.slice(15)) <= 999],
    [
      'nip_lama only before 2009',
      (facts.nip_lama === undefined || tmt < '2009') && (facts.nip_lama?.length ?? 9) === 9,
    ],
  ];
}

const sexDigit = (facts: Facts): string => (facts.jenis_kelamin === 'F' ? '2' : '1');

function careerChecks(person: Person, facts: Facts, per: LocalDate): Check[] {
  const end = person.leaving ? addMonths(person.leaving.tmt, -1) : per;
  return [
    ...appointmentChecks(person, facts, per),
    ...rankChecks(person, facts),
    ...payChecks(person, facts, end),
    ...postChecks(person, facts, per),
    ...studyChecks(person, facts),
    ...retirementChecks(person, facts, per),
    ...[person.riwayat.pangkat, person.riwayat.jabatan, person.riwayat.kgb].flat().map(decreeCheck),
  ];
}

function appointmentChecks(person: Person, facts: Facts, per: LocalDate): Check[] {
  const cpns = dateOf(facts.tmt_cpns);
  const first = person.riwayat.pangkat[0];
  const entry = PANGKAT_PENDIDIKAN.find(({ tingkat }) => levelCode(facts.pendidikan_cpns_tingkat) === tingkat);
  const waited = facts.tmt_pns === undefined ? 0 : monthsBetween(cpns, dateOf(facts.tmt_pns));
  return [
    ['18 years at appointment', addMonths(dateOf(facts.tanggal_lahir), 18 * 12) <= cpns],
    ['TMT PNS 12 to 24 months after TMT CPNS', facts.tmt_pns === undefined || (waited >= 12 && waited <= 36)],
    ['TMT PNS on the first', facts.tmt_pns === undefined || facts.tmt_pns.endsWith('-01')],
    [
      'PNS from TMT PNS on',
      (facts.status_cpns_pns === 'P') === (facts.tmt_pns !== undefined && dateOf(facts.tmt_pns) <= per),
    ],
    ['first golongan of the education', rankOf(first?.facts.golongan_id) === entry?.permulaan],
    ['first golongan from TMT CPNS', first?.tmt === cpns],
  ];
}

/** D-IV counts as S-1, and trade schools as SLTA. */
function levelCode(tingkat: string | undefined): string | undefined {
  if (tingkat === '35') return '40';
  return tingkat === '17' ? '15' : tingkat;
}

function rankChecks(person: Person, facts: Facts): Check[] {
  const rows = person.riwayat.pangkat;
  const checks: Check[] = [];
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1];
    if (!before) continue;
    const post = person.riwayat.jabatan.findLast(({ tmt }) => tmt <= row.tmt)?.facts.jenis_jabatan_id;
    const least = post === '2' ? 24 : 48;
    const rank = rankOf(row.facts.golongan_id);
    checks.push(
      ['golongan rises by one', rank === rankOf(before.facts.golongan_id) + 1],
      ['raise in a lawful month', isPeriodeKenaikanPangkat(monthOf(row.tmt)) && row.tmt % 100 === 1],
      ['months in rank', monthsBetween(before.tmt, row.tmt) >= least],
      ['regular raises stop at the limit of the education', post !== '4' || rank <= limitAt(person, row.tmt)],
    );
  }
  const months = Number(facts.masa_kerja_bulan);
  checks.push(['months of service from 0 to 11', months >= 0 && months <= 11]);
  for (const row of rows) checks.push(['years of service', serviceOf(row.facts) === expectedService(person, row)]);
  checks.push(['golongan is that of the last row', rows.at(-1)?.facts.golongan_id === facts.golongan_id]);
  return checks;
}

function limitAt(person: Person, date: LocalDate): number {
  const study = person.riwayat.pendidikan.findLast(({ tmt }) => tmt <= date);
  const level = levelCode(study?.facts.pendidikan_tingkat_id);
  return PANGKAT_PENDIDIKAN.find(({ tingkat }) => tingkat === level)?.tertinggi ?? 0;
}

const serviceOf = (facts: Facts): number => Number(facts.masa_kerja_tahun) * 12 + Number(facts.masa_kerja_bulan);

function expectedService(person: Person, row: HistoryRow): number {
  const first = person.riwayat.pangkat[0];
  if (!first) return -1;
  const from = rankOf(first.facts.golongan_id);
  const rank = rankOf(row.facts.golongan_id);
  const deducted = (from < 4 && rank >= 4 ? 72 : 0) + (from < 8 && rank >= 8 ? 60 : 0);
  return serviceOf(first.facts) + monthsBetween(first.tmt, row.tmt) - deducted;
}

function payChecks(person: Person, facts: Facts, end: LocalDate): Check[] {
  const { kgb } = person.riwayat;
  const checks = kgb.map((row): Check => {
    const years = Number(row.facts.masa_kerja_kgb_tahun);
    const rank = rankOf(row.facts.golongan_kgb);
    const onStep = isGajiStep(rank, years) && years <= lastGajiStep(rank) && row.facts.masa_kerja_kgb_bulan === '0';
    return ['periodic raise on a step of the table', onStep && row.tmt % 100 === 1];
  });
  const rank = rankOf(facts.golongan_id);
  const lowest = gajiPokok(rank, 3, monthOf(end)) ?? 0;
  const highest = gajiPokok(rank, 40, monthOf(end)) ?? 0;
  const pay = Number(facts.gaji_pokok ?? 0) / (facts.status_cpns_pns === 'C' ? 0.8 : 1);
  const paid =
    end < 20190101 || (pay >= Math.min(lowest, gajiPokok(rank, 0, monthOf(end)) ?? lowest) && pay <= highest);
  const next = facts.tmt_kgb_berikutnya;
  return [
    ...checks,
    ...raiseChecks(person),
    ['base pay within the table', paid],
    ['base pay of the golongan and the years', paysExactly(person, facts, end)],
    ['next raise is later', next === undefined || next > (facts.tmt_kgb ?? '')],
  ];
}

/** Two years from one periodic raise to the next, but where the golongan has other steps in the table or a pause lies between. */
function raiseChecks({ riwayat }: Person): Check[] {
  return riwayat.kgb.slice(1).map((row, at): Check => {
    const before = riwayat.kgb[at];
    const months = before ? monthsBetween(before.tmt, row.tmt) : 24;
    const other = before?.facts.golongan_kgb !== row.facts.golongan_kgb;
    return ['two years between periodic raises', months === 24 || (months % 12 === 0 && (other || months > 24))];
  });
}

/** Standings during which pay stands still. */
const PAUSED: ReadonlySet<string> = new Set(['02', '15']);

function paysExactly(person: Person, facts: Facts, end: LocalDate): boolean {
  const first = person.riwayat.pangkat[0];
  if (!first || person.leaving || PAUSED.has(facts.kedudukan_hukum_id ?? '')) return true;
  const last = { ...first, tmt: end, facts: { ...first.facts, golongan_id: facts.golongan_id ?? '' } };
  const service = expectedService(person, last);
  const table = gajiPokok(rankOf(facts.golongan_id), Math.trunc(service / 12), monthOf(end));
  const share = facts.status_cpns_pns === 'C' ? 0.8 : 1;
  return table === undefined || Number(facts.gaji_pokok) === table * share;
}

function postChecks(person: Person, facts: Facts, per: LocalDate): Check[] {
  const checks: Check[] = person.riwayat.jabatan.flatMap((row): Check[] => {
    const rank = rankOf(person.riwayat.pangkat.findLast(({ tmt }) => tmt <= row.tmt)?.facts.golongan_id);
    return [
      ['post not before appointment nor after the cut-off', row.tmt >= dateOf(facts.tmt_cpns) && row.tmt <= per],
      ['golongan within the range of the post', isWithin(row.facts, rank)],
    ];
  });
  checks.push(
    ['golongan within the range of the present post', isWithin(facts, rankOf(facts.golongan_id))],
    [
      'unit has an id and an office',
      /^[0-9A-Fa-f-]{32,36}$/.test(facts.unit_kerja_id ?? '') && !!facts.unit_organisasi_induk,
    ],
    ['inaugurated at most 3 days before', inaugurated(facts)],
  );
  return checks;
}

function inaugurated(facts: Facts): boolean {
  if (facts.tgl_pelantikan === undefined) return true;
  const days = dayNumber(dateOf(facts.tmt_jabatan)) - dayNumber(dateOf(facts.tgl_pelantikan));
  return days >= 0 && days <= 3;
}

const LEVELS: Readonly<Record<string, readonly [number, number]>> = {
  TR: [5, 7],
  MH: [8, 9],
  PY: [10, 11],
  PT: [8, 9],
  MU: [10, 11],
  MA: [12, 14],
  UT: [15, 16],
};

function isWithin(facts: Facts, rank: number): boolean {
  const level = LEVELS[facts.kode_jenjang_jabatan ?? ''];
  if (level) return rank >= level[0] && rank <= level[1];
  const eselon = ESELON_PANGKAT.find(({ kode }) => kode === facts.eselon_id);
  return eselon === undefined || (rank >= eselon.terendah && rank <= eselon.tertinggi);
}

const YEARS_TO_DIPLOMA: Readonly<Record<string, number>> = {
  '05': 12,
  '10': 15,
  '15': 18,
  '17': 18,
  '20': 18,
  '25': 18,
  '30': 21,
  '35': 22,
  '40': 22,
  '45': 24,
  '50': 28,
};

function studyChecks(person: Person, facts: Facts): Check[] {
  const born = yearOf(dateOf(facts.tanggal_lahir));
  return person.riwayat.pendidikan.flatMap((row): Check[] => {
    const year = Number(row.facts.pendidikan_tahun_lulus);
    return [
      ['graduated at a credible age', year > born + (YEARS_TO_DIPLOMA[row.facts.pendidikan_tingkat_id ?? ''] ?? 0)],
      ['diploma before its recognition', year <= yearOf(row.tmt)],
    ];
  });
}

function retirementChecks(person: Person, facts: Facts, per: LocalDate): Check[] {
  const bup = Number(facts.bup);
  const expected = addMonths(dateOf(`${facts.tanggal_lahir?.slice(0, 7)}-01`), bup * 12 + 1);
  const gone = person.leaving !== undefined && person.leaving.tmt <= per;
  return [
    ['retires after the birthday at the age limit', dateOf(facts.tmt_pensiun) === expected],
    ['nobody active is past retirement', gone || expected > per],
    ['legal standing says who has left', gone === Number(facts.kedudukan_hukum_id) >= 52],
    ['who has retired has a decree', !gone || person.leaving?.jenis !== 'pensiun' || facts.no_sk_pensiun !== undefined],
    ['legal standing has begun', dateOf(facts.tmt_kedudukan_hukum) <= per],
  ];
}

function decreeCheck(row: HistoryRow): Check {
  const days = dayNumber(row.tglSk) - dayNumber(row.tmt);
  return ['decree within 90 days after its TMT', days <= 90 && row.noSk !== ''];
}
