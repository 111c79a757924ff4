import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  addMonths,
  dayNumber,
  formatIsoDate,
  type LocalDate,
  monthsBetween,
  parseIsoDate,
} from '#kernel/local-date.ts';
import { tmtPensiun } from '#rules/bup.ts';
import { parseNip } from '#rules/nip.ts';
import { parseTanggal } from '#rules/tanggal.ts';
import { generateSampleData } from '#sample-data';
import { reconcileSample } from '../support/sample-run.ts';
import { report, sized } from './size.ts';

/** Where the program may run: at home, at the edges of the world, and where clocks are moved. */
const ZONES = ['Asia/Jakarta', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns'].slice(0, sized(3, 4));
const KUDUS = '6410';

describe('dates', () => {
  const home = process.env['TZ'];
  const folder = mkdtempSync(join(tmpdir(), 'uji-jam-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    if (home === undefined) delete process.env['TZ'];
    else process.env['TZ'] = home;
  });

  /** Everything that the engine makes of the same people in a zone, as one hash; kinerja.json holds seconds. */
  async function answerIn(zone: string): Promise<string> {
    process.env['TZ'] = zone;
    const own = join(folder, zone.replace('/', '-'));
    const per = parseIsoDate('2024-02-29');
    if (per === undefined) throw new Error('No such day');
    await generateSampleData(
      { pegawai: 60, benih: 'jam', per, keluar: join(own, 'contoh'), kiriman: 0, instansi: [KUDUS] },
      () => undefined,
    );
    await reconcileSample(join(own, 'contoh'), join(own, 'hasil'), 1);
    const hash = createHash('sha256');
    for (const name of readdirSync(own, { recursive: true, encoding: 'utf8' }).toSorted()) {
      if (!/\.(csv|json)$/.test(name) || name.endsWith('kinerja.json')) continue;
      hash.update(name).update(readFileSync(join(own, name), 'utf8').replaceAll(own, ''));
    }
    return hash.digest('hex');
  }

  it('are the same wherever the clock of the machine stands (E6)', async (context) => {
    const answers: string[] = [];
    for (const zone of ZONES) answers.push(await answerIn(zone));
    const others = answers.filter((answer) => answer !== answers[0]).length;
    expect(others).toBe(0);
    report(context, {
      uji: 'E6',
      dicoba: 'zona waktu, data contoh dan hasil rekonsiliasi byte demi byte',
      jumlah: ZONES.length,
      terlarang: 'tanggal bergeser',
      ditemukan: others,
    });
  });

  const date = (text: string): LocalDate => parseIsoDate(text) ?? (0 as LocalDate);

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2100-02-29', false],
    ['2038-01-19', true],
    ['2038-01-20', true],
    ['2106-02-07', true],
    ['9999-12-31', true],
  ])('%s is a day: %s (E6)', (text, isDay) => {
    const read = parseIsoDate(text);
    expect(read === undefined ? undefined : formatIsoDate(read)).toBe(isDay ? text : undefined);
    const [year, month, day] = text.split('-');
    const spoken = parseTanggal(`${day}-${month}-${year}`, 'dmy');
    expect(spoken.ok && spoken.value === read).toBe(isDay);
  });

  it.each<[string, () => unknown, unknown]>([
    ['a year after a leap day', () => formatIsoDate(addMonths(date('2024-02-29'), 12)), '2025-02-28'],
    ['four years after it', () => formatIsoDate(addMonths(date('2024-02-29'), 48)), '2028-02-29'],
    ['days over it', () => dayNumber(date('2024-03-01')) - dayNumber(date('2024-02-28')), 2],
    ['days over the end of 32 bits', () => dayNumber(date('2038-01-20')) - dayNumber(date('2038-01-19')), 1],
    ['months to a leap day', () => monthsBetween(date('2023-02-28'), date('2024-02-29')), 12],
    ['retirement of who was born on one', () => formatIsoDate(tmtPensiun(date('1980-02-29'), 58)), '2038-03-01'],
    ['retirement beyond 2038', () => formatIsoDate(tmtPensiun(date('1999-12-31'), 65)), '2065-01-01'],
  ])('%s (E6)', (_, work, expected) => expect(work()).toBe(expected));

  it('of birth in a NIP may be a leap day, where there was one (E6)', () => {
    expect(parseNip('198002292010011001')).toMatchObject({ ok: true });
    expect(parseNip('198102292010011001')).toMatchObject({ ok: false });
  });
});
