import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#kernel/local-date.ts';
import { describeLate, describeReminder, remindersOf } from './reminders.ts';
import { type Arrival, listDues } from './rhythm.ts';

const day = (date: number): LocalDate => date as LocalDate;
const UMUM = [{ mulai: day(20260901), irama: { setiapBulan: 1, tanggal: 10, ingatkan: 3 } as const }];
const SEPTEMBER: Arrival = { kiriman: 'k1', per: day(20260901), tanggal: day(20260903) };
const remindersOn = (today: number, ingatkan = 3, arrivals: readonly Arrival[] = [SEPTEMBER]) =>
  remindersOf(listDues({ umum: UMUM, sendiri: [] }, arrivals, day(today)), () => ingatkan, day(today)).map(
    ({ jenis, tempo }) => `${jenis} ${tempo}`,
  );

describe('occasions to remind', () => {
  it.each([
    [20261006, []],
    [20261007, ['menjelang 20261010']],
    [20261010, ['menjelang 20261010']],
    [20261011, ['terlambat 20261010']],
    [20261014, ['terlambat 20261010', 'provinsi 20261010']],
    [20261018, ['provinsi 20261010']],
    // What could not be said within a week is left out.
    [20261021, []],
    [20261108, ['menjelang 20261110']],
    [20261114, ['terlambat 20261110', 'provinsi 20261110']],
  ])('on %d', (today, expected) => {
    expect(remindersOn(today)).toEqual(expected);
  });

  it('are none before the due day where nobody wants them, and none once it came', () => {
    expect(remindersOn(20261009, 0)).toEqual([]);
    const october = { kiriman: 'k2', per: day(20261001), tanggal: day(20261012) };
    expect(remindersOn(20261012, 3, [SEPTEMBER, october])).toEqual([]);
  });
});

describe('the words of a reminder', () => {
  const told = {
    nama: 'Kabupaten Kudus',
    tempo: day(20261110),
    terakhir: SEPTEMBER,
    pada: '2026-11-06T17:30:00Z',
    alamat: 'https://portal.contoh.go.id',
  };

  it('before the day', () => {
    expect(describeReminder('menjelang', { ...told, today: day(20261107) })).toEqual({
      judul: 'Kiriman data Kabupaten Kudus jatuh tempo 10 November 2026',
      isi: `Kiriman data Kabupaten Kudus yang jatuh tempo 10 November 2026 (3 hari lagi) belum terbit di portal sampai surel ini dibuat, 7 Nov 2026 00.30 WIB.

Kiriman terakhir: data per 1 September 2026, diterima 3 September 2026.

Kirim datanya, atau terbitkan kiriman yang menunggu, di menu Kiriman: https://portal.contoh.go.id/kiriman

Surel ini dikirim sendiri oleh portal; jangan dibalas. Pengingat dapat dimatikan di Pengaturan.
`,
    });
  });

  it.each([
    [20261110, 'hari ini'],
    [20261112, 'lewat 2 hari'],
  ])('on %d: %s', (today, words) => {
    const { isi } = describeReminder('terlambat', {
      ...told,
      today: day(today),
      terakhir: undefined,
      alamat: undefined,
    });
    expect(isi).toContain(`(${words})`);
    expect(isi).toContain('Belum pernah ada kiriman yang terbit.');
    expect(isi).not.toContain('undefined');
  });

  it('to the province, about all at once', () => {
    const late = [
      { nama: 'Kabupaten Kudus', tempo: day(20261110), hari: 4 },
      { nama: 'Kabupaten Demak', tempo: day(20261110), hari: 4 },
    ];
    const { judul, isi } = describeLate(late, told);
    expect(judul).toBe('2 instansi belum mengirim data');
    expect(isi).toContain('- Kabupaten Kudus: jatuh tempo 10 November 2026, lewat 4 hari\n- Kabupaten Demak:');
    expect(isi).toContain('https://portal.contoh.go.id/kiriman/jadwal');
  });
});
