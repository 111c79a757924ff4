import { existsSync } from 'node:fs';
import { parseIsoDate, type LocalDate } from '#kernel/local-date.ts';
import { problem } from '#kernel/problem.ts';
import { runIkd } from '#quality';
import { openReference } from '#reference';
import { requireText } from '../arguments.ts';
import type { Command } from '../command.ts';
import { ACUAN_FOLDER } from '../folders.ts';

export const ikd: Command = {
  nama: 'ikd',
  guna: 'menghitung 27 indikator Indeks Kualitas Data BKN',
  bentuk: '--bkn <berkas> [--per YYYY-MM-DD] [--format json|csv] [--nama <kode indikator>]',
  opsi: { bkn: 'teks', per: 'teks', format: 'teks', nama: 'teks', acuan: 'folder' },
  async run(args, terminal) {
    const bkn = requireText('ikd', args, 'bkn');
    if (!bkn.ok) return { salah: bkn.error };
    const per = args.has('per') || args.text('per') !== undefined ? parseIsoDate(args.text('per') ?? '') : today();
    if (per === undefined)
      return {
        salah: problem('OPSI_SALAH', { opsi: 'per', nilai: args.text('per') ?? '', sebab: 'bentuknya YYYY-MM-DD' }),
      };
    const format = args.text('format') ?? 'json';
    if (format !== 'json' && format !== 'csv')
      return { salah: problem('OPSI_SALAH', { opsi: 'format', nilai: format, sebab: 'pilihannya json atau csv' }) };
    const acuan = args.text('acuan') ?? (existsSync(ACUAN_FOLDER) ? ACUAN_FOLDER : undefined);
    const nama = args.text('nama');
    const result = await runIkd({
      bkn: bkn.value,
      per,
      format,
      reference: openReference(acuan),
      ...(nama === undefined ? {} : { nama }),
    });
    if (!result.ok) {
      terminal.sayProblem(result.error);
      return { status: 1 };
    }
    for await (const piece of result.value) terminal.print(piece);
    return { status: 0 };
  },
};

/** The day in Jawa Tengah. */
function today(): LocalDate {
  return Number(
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date()).replaceAll('-', ''),
  ) as LocalDate;
}
