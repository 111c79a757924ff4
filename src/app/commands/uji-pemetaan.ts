import { renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { closeSource, CsvWriter, readInStep, type Source, splitTablePath, stopSignal } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { number } from '#kernel/number-format.ts';
import { type Problem, problem, RefusedFile } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import {
  createUnderstand,
  fitRecipe,
  openDelivered,
  type Recipe,
  recogniseRecipe,
  type Trial,
  type TrialCounts,
  tryRecipe,
  type Understand,
  withCrosswalk,
} from '#mapping';
import {
  createCrosswalkFinder,
  type CrosswalkBook,
  findBookFault,
  openReference,
  readCrosswalkBook,
  type Reference,
} from '#reference';
import { findAcuan } from '../acuan.ts';
import type { Arguments, Command } from '../command.ts';
import { ACUAN, BUKU, dayOption, SILANG, textOption } from '../options.ts';
import { givePasswords } from '../passwords.ts';
import { findRecipe, type NamedRecipe } from '../recipe-reference.ts';

/** Tries a recipe on earlier deliveries: exactly which cells would change. */
export const ujiPemetaan: Command = {
  nama: 'uji-pemetaan',
  guna: 'menguji pemetaan baru pada kiriman yang lalu: sel mana yang akan berubah',
  bentuk: [
    {
      guna: 'menulis setiap sel yang akan berubah',
      wajib: ['pemetaan', 'terhadap', 'berkas', 'keluar'],
      boleh: ['buku', 'per', 'silang', 'silang-lama', 'acuan'],
      contoh:
        '--pemetaan kudus-baru.json --terhadap 6410@1 --buku buku --berkas 6410=kudus-des.xlsx --keluar perubahan.csv',
    },
  ],
  opsi: {
    pemetaan: textOption('<json>|<instansi>@<versi>', 'pemetaan yang baru'),
    terhadap: textOption('<json>|<instansi>@<versi>', 'pemetaan yang lama'),
    berkas: { jenis: 'teks_berulang', isi: '[<instansi>=]<berkas>', guna: 'kiriman yang diuji; boleh berulang' },
    keluar: textOption('<csv>', 'berkas perubahan yang ditulis'),
    buku: BUKU,
    per: dayOption('riwayat dibaca menurut tanggal ini'),
    silang: SILANG,
    'silang-lama': { ...SILANG, guna: 'silang untuk pemetaan yang lama, bila lain' },
    acuan: ACUAN,
  },
  async run(args, terminal) {
    const keluar = args.need('keluar');
    const files = args.list('berkas');
    const per = args.day('per');
    const books = readBooks(args);
    if (!books.ok) {
      terminal.sayProblem(books.error);
      return { status: 1 };
    }
    const buku = args.text('buku');
    const [after, before] = [
      await findRecipe(args.need('pemetaan'), buku),
      await findRecipe(args.need('terhadap'), buku),
    ];
    for (const named of [after, before]) {
      if (named.ok) continue;
      terminal.sayProblem(named.error);
      return { status: 1 };
    }
    if (!after.ok || !before.ok) return { status: 1 };
    const denied = await givePasswords(
      files.map((text) => splitInstansi(text).path),
      terminal,
    );
    if (denied) return { salah: denied };
    const reference = openReference(findAcuan(args, terminal));
    // Under its own name only once it is whole.
    const part = `${keluar}.bagian`;
    const out = new CsvWriter(part);
    await out.row(['instansi', 'berkas', 'baris', 'isian', 'sebelum', 'sesudah', 'jenis']);
    const results: (TrialCounts & { instansi: string; berkas: string })[] = [];
    let isRefused = false;
    let isWhole = false;
    try {
      for (const [place, text] of files.entries()) {
        const { instansi: named, path } = splitInstansi(text);
        const instansi = named === '' ? (after.value.version?.instansi ?? '') : named;
        if (instansi === '' && books.value.after) {
          const sebab = 'dengan --silang sebutkan instansinya, misalnya 6410=kiriman.csv';
          return { salah: problem('OPSI_SALAH', { nilai: text, opsi: 'berkas', sebab }) };
        }
        terminal.progress('Menguji pemetaan', place, files.length);
        const tried = await tryOn(
          {
            path,
            before: before.value,
            after: after.value,
            reference,
            per,
            ...understandBy(books.value, instansi, reference, per),
          },
          async (line) => out.row([instansi, path, ...line]),
        );
        if (stopSignal.aborted) throw new RefusedFile(problem('DIBATALKAN'));
        if (tried.ok) results.push({ instansi, berkas: path, ...tried.value });
        else {
          isRefused = true;
          terminal.sayProblem(tried.error);
        }
      }
      isWhole = true;
    } finally {
      await out.close();
      if (!isWhole) rmSync(part, { force: true });
    }
    terminal.progress('Menguji pemetaan', files.length, files.length);
    terminal.endProgress();
    renameSync(part, keluar);
    terminal.print(
      `${JSON.stringify({ pemetaan: after.value.nama, terhadap: before.value.nama, berkas: results }, null, 2)}\n`,
    );
    for (const result of results) terminal.say(tell(result));
    return { status: isRefused ? 1 : 0 };
  },
};

/** Crosswalks for the two sides; undefined where none act. */
interface Books {
  readonly before: CrosswalkBook | undefined;
  readonly after: CrosswalkBook | undefined;
}

/** `--silang` acts on both sides, unless `--silang-lama` names what the older one was read with. */
function readBooks(args: Arguments): Result<Books, Problem> {
  const silang = args.text('silang');
  const lama = args.text('silang-lama') ?? silang;
  for (const folder of [silang, lama]) {
    const absent = folder === undefined ? undefined : findBookFault(folder);
    if (absent) return fail(absent);
  }
  const read = (folder: string | undefined): CrosswalkBook | undefined =>
    folder === undefined ? undefined : readCrosswalkBook(folder);
  return ok({ before: read(lama), after: read(silang) });
}

function understandBy(books: Books, instansi: string, reference: Reference, per: LocalDate | undefined) {
  const by = (book: CrosswalkBook | undefined): Understand => {
    const plain = createUnderstand(reference);
    const find = createCrosswalkFinder(book?.get(instansi) ?? [], per);
    return find ? withCrosswalk(plain, find) : plain;
  };
  return { understand: { before: by(books.before), after: by(books.after) } };
}

/** `<instansi>=<berkas>`, or a file alone. */
function splitInstansi(text: string): { readonly instansi: string; readonly path: string } {
  const [, instansi = '', path = text] = /^(\d{4})=(.+)$/.exec(text) ?? [];
  return { instansi, path };
}

type Line = readonly [baris: string, isian: string, sebelum: string, sesudah: string, jenis: string];

interface TryInput extends Pick<Trial, 'understand' | 'per'> {
  readonly path: string;
  readonly before: NamedRecipe;
  readonly after: NamedRecipe;
  readonly reference: Reference;
}

async function tryOn(input: TryInput, write: (line: Line) => Promise<void>): Promise<Result<TrialCounts, Problem>> {
  const { berkas, tabel } = splitTablePath(input.path);
  const source = await openDelivered(berkas, tabel);
  if (!source.ok) return source;
  try {
    return await tryOnSource(input, source.value, write);
  } finally {
    await closeSource(source.value);
  }
}

async function tryOnSource(
  { path, before, after, reference, understand, per }: TryInput,
  source: Source,
  write: (line: Line) => Promise<void>,
): Promise<Result<TrialCounts, Problem>> {
  const [was, is] = [await fit(before, source, reference), await fit(after, source, reference)];
  if (!was.ok) return was;
  if (!is.ok) return is;
  return tryRecipe({
    source: readInStep(source),
    berkas: path,
    before: was.value,
    after: is.value,
    understand,
    per,
    async onChanges(changes) {
      for (const { baris, isian, sebelum, sesudah, jenis } of changes) {
        await write([String(baris), isian, sebelum, sesudah, jenis]);
      }
    },
  });
}

/** A version of the book is brought to the headings of the delivery; a file is taken as it is. */
async function fit(
  { recipe, version }: NamedRecipe,
  source: Source,
  reference: Reference,
): Promise<Result<Recipe, Problem>> {
  if (!version) return ok(fitRecipe(source, recipe).recipe);
  const recognised = await recogniseRecipe(source, [version], { reference });
  if (!recognised.ok) return recognised;
  return ok(recognised.value.keadaan === 'tidak_dikenal' ? recipe : recognised.value.recipe);
}

const MOST_FIELDS = 5;

function tell({
  berkas,
  baris,
  sel_berubah: cells,
  baris_berubah: rows,
  per_isian: fields,
}: TrialCounts & { berkas: string }): string {
  const totals = Object.entries(fields)
    .map(([isian, kinds]) => [isian, Object.values(kinds).reduce((sum, n) => sum + n, 0)] as const)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_FIELDS)
    .map(([isian, n]) => `${isian} ${number.format(n)}`);
  const what = totals.length === 0 ? '' : `: ${totals.join(', ')}`;
  return `${basename(berkas)}: dari ${number.format(baris)} baris, ${number.format(cells)} sel berubah${what}; ${number.format(rows)} baris lain nasibnya (diterima atau disisihkan).`;
}
