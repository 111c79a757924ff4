// Peer: the reconciliation as one would write it first. Every row becomes an object, every cell a string normalised by the
// project's own rules; BKN's people stand in a Map by NIP; each field of each Simpeg row is compared. One thread, no
// leftovers, no histories, no learned codes. Words: <csv forms as JSON> <folder of recipes> <output folder> [--kembar]
import { createWriteStream, mkdirSync, readFileSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { COMPARED_FIELDS } from '../src/canonical/index.ts';
import { parseRecipe } from '../src/mapping/index.ts';
import { compareValues } from './kamus/compare-values.ts';
import { type Person, readSimpegPerson, readBknPerson } from './kamus/read-person.ts';
import { readCsvRows } from './kamus/read-csv-rows.ts';
import type { CsvForm } from './lib/deliveries.ts';

const [formsFile = '', recipes = '', keluar = '', kembar] = process.argv.slice(2);
const forms = JSON.parse(readFileSync(formsFile, 'utf8')) as CsvForm[];
mkdirSync(keluar, { recursive: true });
const selisih = createWriteStream(join(keluar, 'selisih.csv'));
const twins = kembar === '--kembar' ? openTwins() : undefined;
const bknByNip = new Map<string, Person>();
const counts = { bkn: 0, simpeg: 0, pairs: 0, differences: 0 };

for (const form of forms.filter(({ instansi }) => instansi === 'bkn')) {
  await readCsvRows(form, (row) => {
    const person = readBknPerson(row);
    counts.bkn += 1;
    bknByNip.set(person.nip, person);
    twins?.bkn.write(lineOf(person));
  });
}
for (const form of forms.filter(({ instansi }) => instansi !== 'bkn')) {
  const recipe = await parseRecipe(readFileSync(join(recipes, `${form.instansi}.json`), 'utf8'));
  if (!recipe.ok) throw new Error(`No recipe for ${form.instansi}`);
  await readCsvRows(form, (row) => {
    const person = readSimpegPerson(row, recipe.value);
    if (!person) return;
    counts.simpeg += 1;
    twins?.simpeg.write(lineOf(person));
    const bkn = bknByNip.get(person.nip);
    if (bkn) compare(form.instansi, person, bkn);
  });
}
selisih.end();
twins?.simpeg.end();
twins?.bkn.end();
console.log(JSON.stringify(counts));

function compare(instansi: string, simpeg: Person, bkn: Person): void {
  counts.pairs += 1;
  for (const field of COMPARED_FIELDS) {
    const left = simpeg.values[field.nama];
    const right = bkn.values[field.nama];
    if (left === undefined || right === undefined) continue;
    const kelas = compareValues(field, left, right);
    if (kelas === 'sama') continue;
    counts.differences += 1;
    selisih.write(`${instansi},${bkn.nip},${field.nama},"${left.text}","${right.text}",${kelas}\n`);
  }
}

function openTwins(): { readonly simpeg: WriteStream; readonly bkn: WriteStream } {
  return {
    simpeg: createWriteStream(join(keluar, 'kembar-simpeg.csv')),
    bkn: createWriteStream(join(keluar, 'kembar-bkn.csv')),
  };
}

/** The normalised twin of a row. */
function lineOf({ nip, values }: Person): string {
  const cells = COMPARED_FIELDS.map(({ nama }) => values[nama]?.folded ?? '');
  return `${nip},${cells.join(',')}\n`;
}
