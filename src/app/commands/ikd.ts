import type { RowProblem } from '#formats';
import { number } from '#kernel/number-format.ts';
import { describeProblem } from '#kernel/problem.ts';
import { runIkd } from '#quality';
import { openReference } from '#reference';
import { findAcuan } from '../acuan.ts';
import type { Command } from '../command.ts';
import { ACUAN, BKN, choiceOption, dayOption, textOption } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { today } from '../today.ts';

export const ikd: Command = {
  nama: 'ikd',
  guna: 'menghitung 27 indikator Indeks Kualitas Data BKN',
  bentuk: [
    {
      guna: 'menghitung 27 indikator Indeks Kualitas Data BKN',
      wajib: ['bkn'],
      boleh: ['per', 'format', 'nama', 'acuan'],
      contoh: '--bkn data-asn.csv --per 2026-10-01 --format csv > ikd.csv',
    },
  ],
  opsi: {
    bkn: BKN,
    per: dayOption('tanggal acuan; tanpa ini, hari ini'),
    format: choiceOption(['json', 'csv'], 'bentuk hasil; tanpa ini, json'),
    nama: textOption('<kode indikator>', 'daftar orang yang gagal pada satu indikator, misalnya CON_2'),
    acuan: ACUAN,
  },
  async run(args, terminal) {
    const per = args.day('per') ?? today();
    const format = args.text('format') === 'csv' ? 'csv' : 'json';
    const acuan = findAcuan(args, terminal);
    const nama = args.text('nama');
    const account = createAccount(terminal);
    const result = await runIkd({
      bkn: args.need('bkn'),
      per,
      format,
      reference: openReference(acuan),
      onRows: (diterima, problems) => account.add(diterima, problems),
      ...(nama === undefined ? {} : { nama }),
    });
    if (!result.ok) {
      terminal.sayProblem(result.error);
      return { status: 1 };
    }
    for await (const piece of result.value) terminal.print(piece);
    account.close();
    return { status: 0 };
  },
};

/** Problems that are said one by one; the rest is counted. */
const SHOWN = 20;

/** Tells what of an export could not be read, and that every row is accounted for. */
function createAccount(terminal: Terminal): {
  add(diterima: number, problems: readonly RowProblem[]): void;
  close(): void;
} {
  let accepted = 0;
  let quarantined = 0;
  let told = 0;
  return {
    add(diterima, problems) {
      accepted += diterima;
      for (const { row, column, problem: found } of problems) {
        if (column < 0) quarantined++;
        told++;
        const place = column < 0 ? `Baris ${row}` : `Baris ${row}, kolom ke-${column + 1}`;
        if (told <= SHOWN) terminal.say(`${place}: ${describeProblem(found)}`);
      }
    },
    close() {
      if (told > SHOWN) terminal.say(`... dan ${number.format(told - SHOWN)} masalah lain seperti itu.`);
      const [read, good, bad] = [accepted + quarantined, accepted, quarantined].map((count) => number.format(count));
      terminal.say(`Baris dibaca ${read} = diterima ${good} + karantina ${bad}.`);
    },
  };
}
