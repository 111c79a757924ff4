import type { Facts } from '../person.ts';
import { diceBelow } from '../dice.ts';
import type { Column, Encode, FamilyLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import { dashed, isoDate, twoOrders } from './dates.ts';
import { codeOf, createKit, optional, serial, sometimes } from './kit.ts';
import { withTitles } from './full-name.ts';
import { GOLONGAN } from './labels.ts';

/**
 * Family F: workbooks. F1 the printed nominative list under eight lines of letterhead, F2 an import template with two
 * date orders, codes explained on a second sheet and a heading that occurs twice, F3 the list of F1 under a two-row
 * heading, one sheet a perangkat daerah.
 */
export function familyF(cx: OfficeContext): FamilyLayout {
  return {
    people: {
      name: cx.office.version === 'F2' ? 'pegawai' : 'Sheet1',
      entitas: 'pegawai',
      blocks: cx.office.version === 'F2' ? template(cx) : nominative(cx),
    },
    histories: [],
    references: [],
    keepsFormer: false,
  };
}

/** III/c, III/C, III.c as hands write it. */
const rank: Encode = (facts, row) => {
  const code = codeOf(facts, 'golongan') ?? '';
  const label = GOLONGAN[code] ?? facts.golongan ?? '-';
  const form = diceBelow(row.seed, 91, 10);
  if (form < 7) return label;
  return form === 7 ? label.toUpperCase() : label.replace('/', '.');
};

const eselon: Encode = (facts, row) => {
  const name = facts.eselon;
  if (name === undefined || facts.jenis_jabatan_id !== '1') return '-';
  const form = diceBelow(row.seed, 92, 10);
  if (form < 6) return name;
  return form < 8 ? name.replace('.', '/') : name.toUpperCase();
};

const RELIGION: Readonly<Record<string, readonly string[]>> = {
  1: ['Islam', 'ISLAM', 'Islam'],
  2: ['Kristen', 'Kristen Protestan', 'KRISTEN'],
  3: ['Katholik', 'Katolik', 'Khatolik'],
  4: ['Hindu', 'HINDU'],
  5: ['Budha', 'Buddha'],
  6: ['Konghucu', 'Khonghucu'],
};
const religion: Encode = (facts, row) => {
  const words = RELIGION[facts.agama_id ?? ''] ?? [facts.agama ?? ''];
  return words[diceBelow(row.seed, 93, words.length)] ?? '';
};

function nominative(cx: OfficeContext): (readonly Column[])[] {
  const excelDates = cx.office.version === 'F3';
  const kit = createKit({
    date: excelDates ? isoDate : dashed,
    dateReader: { jenis: 'tanggal', urutan: excelDates ? 'ymd' : 'dmy' },
    noDate: '',
    noText: '-',
    noCode: '-',
  });
  const { text, value, date, custom, blank, label } = kit;
  const day = excelDates ? 'Excel date' : 'text';
  return [
    [
      blank('No.', 'text', serial),
      value('NIP', 'text', 'nip_lama'),
      value('NIP Baru', 'text', 'nip'),
      withTitles(text('Nama', 'text', 'nama')),
    ],
    [
      text('Tempat Lahir', 'text', 'tempat_lahir'),
      date('Tanggal Lahir', day, 'tanggal_lahir'),
      label('L/P', 'text', 'jenis_kelamin', { M: 'L', F: 'P' }),
      label('Status', 'text', 'status_cpns_pns', { C: 'CPNS', P: 'PNS' }),
    ],
    [custom('Gol. Ruang', 'text', 'golongan', rank), date('TMT Pangkat', day, 'tmt_golongan')],
    [
      custom('Eselon', 'text', 'eselon', eselon),
      text('Jabatan', 'text', 'jabatan'),
      date('TMT Jabatan', day, 'tmt_jabatan'),
    ],
    [
      custom('Agama', 'text', 'agama', religion),
      value('Telepon', 'text', 'no_hp'),
      optional(text('Alamat', 'text', 'alamat')),
      optional(date('TMT Pensiun', day, 'tmt_pensiun')),
    ],
    [
      text('Pendidikan', 'text', 'pendidikan_tingkat'),
      text('Jurusan', 'text', 'pendidikan_nama'),
      value('Lulus', 'text', 'pendidikan_tahun_lulus'),
    ],
    [
      // The lower unit is empty for people who sit in the office itself.
      custom('Unit Kerja', 'text', 'unit_kerja', (facts) => facts.unit_kerja ?? '-', { text: true }),
      text('Satuan Kerja', 'text', 'unit_organisasi_induk'),
    ],
  ];
}

function template(_cx: OfficeContext): (readonly Column[])[] {
  const kit = createKit({
    date: twoOrders,
    dateReader: { jenis: 'tanggal', urutan: 'dmy' },
    noDate: '',
    noText: '',
    noCode: '',
  });
  const { text, value, date, custom, blank, label } = kit;
  const sex = { M: 'Laki – Laki', F: 'Perempuan' };
  return [
    [
      value('Nip', 'text', 'nip'),
      value('Nip Lama', 'text', 'nip_lama'),
      withTitles(text('Nama', 'text', 'nama')),
      text('Tempat Lahir', 'text', 'tempat_lahir'),
      date('Tanggal Lahir', 'text', 'tanggal_lahir'),
      label('Jenis Kelamin', 'text', 'jenis_kelamin', sex),
      custom('Agama', 'text', 'agama', religion),
      custom('Status Pernikahan', 'text', 'status_perkawinan', marriage, {
        reader: { jenis: 'kode', tabel: { Lajang: '4', Menikah: '1', Cerai: '2', Janda: '3', Duda: '3' } },
      }),
    ],
    [
      text('Alamat', 'text', 'alamat'),
      optional(value('Kode Pos', 'text', 'kode_pos')),
      value('Hp', 'text', 'no_hp'),
      value('Email', 'text', 'email'),
      optional(text('Golongan Darah', 'text', 'golongan_darah')),
    ],
    [
      optional(value('BPJS', 'text', 'no_askes_bpjs')),
      optional(value('KPE', 'text', 'no_kpe')),
      value('NPWP', 'text', 'npwp'),
      optional(value('No Taspen', 'text', 'no_taspen')),
      optional(value('Karpeg', 'text', 'karpeg')),
    ],
    [
      date('Tmt Cpns', 'text', 'tmt_cpns'),
      value('No Sk Cpns', 'text', 'no_sk_cpns'),
      date('Tanggal SK CPNS', 'text', 'tgl_sk_cpns'),
      date('Tmt PNS', 'text', 'tmt_pns'),
      value('No SK PNS', 'text', 'no_sk_pns'),
      date('Tanggal SK PNS', 'text', 'tgl_sk_pns'),
    ],
    [
      blank('Nomor Register ', 'text', sometimes(94, 0.4, 'REG/01', '')),
      custom('Golongan', 'number', 'golongan', (facts) => codeOf(facts, 'golongan') ?? ''),
      date('Tmt Pangkat', 'text', 'tmt_golongan'),
      value('No Sk', 'text', 'no_sk_golongan'),
      date('Tanggal Sk', 'text', 'tgl_sk_golongan'),
      blank('Nomor Register', 'text', sometimes(95, 0.4, 'REG/02', '')),
      value('Gaji', 'number', 'gaji_pokok'),
      blank('Dasar Perubahan', 'text', sometimes(96, 0.3, 'PP 5 Tahun 2024', '')),
    ],
    [
      text('Pendidikan', 'text', 'pendidikan_tingkat'),
      text('Jurusan', 'text', 'pendidikan_nama'),
      value('Tahun Lulus', 'text', 'pendidikan_tahun_lulus'),
    ],
    [
      text('Jabatan', 'text', 'jabatan'),
      date('Tmt Jabatan', 'text', 'tmt_jabatan'),
      text('Unit Kerja', 'text', 'unit_kerja'),
      text('SKPD', 'text', 'unit_organisasi_induk'),
    ],
  ];
}

/** Lajang, Menikah, Cerai, Janda, Duda. */
export const marriage: Encode = (facts: Facts) => {
  const code = facts.status_perkawinan_id;
  if (code === undefined) return '';
  if (code === '4') return 'Lajang';
  if (code === '1') return 'Menikah';
  if (code === '2') return 'Cerai';
  return facts.jenis_kelamin === 'M' ? 'Duda' : 'Janda';
};
