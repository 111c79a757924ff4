import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cellText, closeSource, formatCsvRow, readTable } from '#formats';
import { type JobDeps } from '#findings';
import { SAMPLE_PEGAWAI } from '#identity';
import { addWholeDelivery, newestVersion, readBook } from '#intake';
import { formatIsoDate } from '#kernel/local-date.ts';
import { columnNames, openDelivered, type Recipe } from '#mapping';
import { addJob } from '#platform';
import { listDeliveries } from './deliveries.ts';
import type { SampleMonth } from './make-months.ts';

/** What an update of the application made of two columns, by the field that they feed. */
const RENAMED: Readonly<Record<string, string>> = { agama: 'KEYAKINAN', tmt_golongan: 'BERLAKU SEJAK' };
/** The update writes these as numbers, and tells nobody which is which. */
const NUMBERED = 'jenis_kelamin';
/** Every so many people one is missing. */
const GONE_EVERY = 150;
const RAW = { verbatim: true } as const;

/**
 * The office of the sample accounts sends this month again out of an application that was updated meanwhile: columns under other
 * names, a new one, and a few people less. It waits to be checked, so that whoever looks around meets a structure that drifted.
 */
export async function sendDrifted(deps: JobDeps, { per, folder }: SampleMonth, oleh: string): Promise<void> {
  const { instansi } = SAMPLE_PEGAWAI;
  const scope = { lingkup: 'instansi', instansi } as const;
  const sent = listDeliveries(folder).find((one) => one.instansi === String(instansi));
  const [version] = await deps.database.withContext(scope, async (transaction) =>
    (await readBook(transaction, instansi, await newestVersion(transaction, instansi))).slice(-1),
  );
  if (!sent || !version) return;
  const path = join(folder, `${basename(sent.berkas).replace(/\..*$/, '')}-versi-baru.csv`);
  await writeDrifted(sent.berkas, path, version.pemetaan);
  const upload = { instansi, path, per: formatIsoDate(per), namaBerkas: basename(path), oleh, pengirim: 'Data contoh' };
  const kiriman = await addWholeDelivery(deps.database, deps.files, upload);
  rmSync(path, { force: true });
  await deps.database.withContext(scope, (transaction) =>
    addJob(transaction, { instansi, jenis: 'periksa', sasaran: kiriman, oleh }),
  );
}

/** The people's table of a delivery as CSV, with the columns that changed. */
async function writeDrifted(berkas: string, path: string, { tabel, kolom }: Recipe): Promise<void> {
  const opened = await openDelivered(berkas);
  const table = opened.ok ? opened.value.tables.find(({ name }) => name === tabel) : undefined;
  if (!opened.ok || !table) return;
  const own = columnNames(table.columns);
  const names = own.map((name) => {
    const fed = kolom.find(({ sumber, kanonik }) => sumber === name && kanonik !== null && kanonik in RENAMED);
    return RENAMED[fed?.kanonik ?? ''] ?? name;
  });
  const numbered = own.indexOf(kolom.find(({ kanonik }) => kanonik === NUMBERED)?.sumber ?? '');
  const write = (cell: string, column: number): string =>
    column !== numbered || cell === '' ? cell : /^[lm]/i.test(cell) ? '1' : '2';
  const lines = [formatCsvRow([...names, 'NOMOR ABSEN'], RAW)];
  let person = 0;
  for await (const block of readTable(opened.value, tabel)) {
    for (let row = 0; row < block.rows; row++) {
      person += 1;
      if (person % GONE_EVERY === 0) continue;
      lines.push(
        formatCsvRow(
          [...names.map((_, column) => write(cellText(block, row, column), column)), String(10_000 + person)],
          RAW,
        ),
      );
    }
  }
  writeFileSync(path, lines.join(''));
  await closeSource(opened.value);
}
