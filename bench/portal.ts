// The portal with everybody's people: publishing all, each route for one reader, a re-delivery, and 500 readers while deliveries come in.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Deliveries, listMade, makeDeliveries } from './lib/deliveries.ts';
import { atMost, type Bar, HASIL, median, printBars, printTable } from './lib/figures.ts';
import { type DecidingFigures, decideAndUndo } from './portal/decide.ts';
import { openFilledPortal } from './portal/filled.ts';
import { type Load, type LoadFigures, runLoad } from './portal/load.ts';
import { addKeepers, keeperOf, runPortal } from './portal/portal-process.ts';
import { type Publishing, publishAll } from './portal/publish.ts';
import { changedCopy, redeliver } from './portal/redeliver.ts';
import { measureRoute, pickPeople, type RouteFigures, routesFor } from './portal/routes.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    ulang: { type: 'string', default: '3' },
    pegawai: { type: 'string', default: '400000' },
    /** Deliveries that are there already: a folder with bkn.csv and simpeg/. */
    contoh: { type: 'string' },
    /** Where the filled portal is kept. */
    folder: { type: 'string' },
    bagian: { type: 'string', default: 'terbit,rute,kirim,putus,muat' },
    /** Seconds of the load. */
    detik: { type: 'string', default: '60' },
    pembaca: { type: 'string', default: '500' },
  },
});

/** The office that is read and sends again: 12,000 people at 400,000. */
const OWN = 6403;
const WANTED_ROWS = 11_000;
const parts = new Set(values.bagian.split(','));
const rounds = Number(values.ulang);
const deliveries: Deliveries =
  values.contoh === undefined ? makeDeliveries(Number(values.pegawai), 'csv') : listMade(values.contoh);
const folder = values.folder ?? join(HASIL, `portal-${values.pegawai}`);
// PostgreSQL ends with a program that ends in order, not with one that a signal kills
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const filled = await openFilledPortal(folder, deliveries);
const bars: Bar[] = [];
try {
  if (parts.has('terbit') || !(await filled.has('terbit'))) {
    const runs: Publishing[] = [];
    for (let round = 0; round < rounds; round++) runs.push(await publishAll(filled, 'terbit'));
    printPublishing(runs);
    bars.push(atMost('publishing everything, s', 30, median(runs.map(({ wall }) => wall))));
  }
  if (['rute', 'kirim', 'putus', 'muat'].some((part) => parts.has(part))) await measureRunning();
} finally {
  await filled.stop();
}
if (bars.length > 0) printBars(bars);

async function measureRunning(): Promise<void> {
  await addKeepers(filled.urlOf('terbit'), [OWN, ...deliveries.simpeg.map(({ instansi }) => Number(instansi))]);
  const portal = await runPortal({ url: filled.urlOf('terbit'), files: filled.files, folder });
  try {
    const keeper = await portal.signIn(keeperOf(OWN));
    if (parts.has('rute')) {
      for (const [reader, ask, own] of [
        ['own instansi', keeper, OWN],
        ['all instansi', await portal.signIn('admin.provinsi'), undefined],
      ] as const) {
        const figures: RouteFigures[] = [];
        for (const [name, path] of Object.entries(routesFor(await pickPeople(ask, own)))) {
          figures.push(
            await measureRoute(portal, filled.data, ask, name, path, { requests: 40 * rounds, seconds: 3 * rounds }),
          );
        }
        printRoutes(reader, figures);
        const worst = figures.toSorted((a, b) => b.p95 - a.p95)[0];
        bars.push(atMost(`p95 of the slowest route, ${reader} (${worst?.name}), ms`, 50, worst?.p95 ?? Number.NaN));
      }
    }
    if (parts.has('kirim')) {
      const path = deliveries.simpeg.find(({ instansi }) => Number(instansi) === OWN)?.berkas ?? '';
      const times: { check: number; publish: number }[] = [];
      for (let round = 0; round < rounds; round++)
        times.push(await redeliver(keeper, OWN, await changedCopy(path, Date.now() + round)));
      console.log(
        `Re-delivery: checked in ${times.map(({ check }) => check.toFixed(1)).join(', ')} s, ` +
          `visible ${times.map(({ publish }) => publish.toFixed(2)).join(', ')} s after it was confirmed\n`,
      );
      bars.push(atMost('re-delivery visible, s', 2, median(times.map(({ publish }) => publish))));
    }
    if (parts.has('putus')) {
      const runs: DecidingFigures[] = [];
      for (let round = 0; round < rounds; round++) runs.push(await decideAndUndo(keeper, OWN, 'beda'));
      const of = (pick: (run: DecidingFigures) => number): number => median(runs.map(pick)) / 1000;
      const [one] = runs;
      console.log(`Deciding ${one?.selisih} differences at once, ${runs.length} rounds\n`);
      bars.push(
        atMost(
          'preview of a decision, s',
          1,
          of(({ preview }) => preview),
        ),
      );
      bars.push(
        atMost(
          'a decision applied, s',
          3,
          of(({ decide }) => decide),
        ),
      );
      bars.push(
        atMost(
          'a decision taken back, s',
          3,
          of(({ undo }) => undo),
        ),
      );
    }
    if (parts.has('muat')) {
      const figures = await measureLoad(portal);
      printLoad(figures);
      bars.push(atMost(`p95 with ${values.pembaca} readers, ms`, 300, figures.p95));
    }
  } finally {
    await portal.stop();
  }
}

async function measureLoad(portal: Awaited<ReturnType<typeof runPortal>>): Promise<LoadFigures> {
  const [keepers, kinds]: [Load['deliveries'][number][], Load['kinds'][number][]] = [[], []];
  for (const { instansi, berkas } of deliveries.simpeg) {
    const code = Number(instansi);
    const ask = await portal.signIn(keeperOf(code));
    keepers.push({ instansi: code, ask, bytes: await changedCopy(berkas, Date.now(), WANTED_ROWS) });
    kinds.push({ ask, paths: Object.values(routesFor(await pickPeople(ask, code))) });
  }
  return runLoad(portal, filled.data, {
    readers: Number(values.pembaca),
    think: 10,
    seconds: Number(values.detik),
    kinds,
    deliveries: keepers,
  });
}

function printPublishing(runs: readonly Publishing[]): void {
  const of = (pick: (run: Publishing) => number): string => median(runs.map(pick)).toFixed(1);
  console.log(`Publishing everything, ${runs.length} rounds:`);
  const labels = [...new Set(runs.flatMap(({ stages }) => [...stages.keys()]))];
  const stages = labels
    .map((label) => [label, of(({ stages: each }) => each.get(label) ?? 0), ''])
    .toSorted((a, b) => Number(b[1]) - Number(a[1]));
  printTable([
    ['', 'wall s', 'CPU s'],
    ['all', of(({ wall }) => wall), of(({ cpu }) => cpu)],
    ['of that PostgreSQL', '', of(({ cpuServer }) => cpuServer)],
    ...stages.filter((row) => Number(row[1]) >= 0.1),
  ]);
}

function printRoutes(reader: string, figures: readonly RouteFigures[]): void {
  console.log(`One reader, ${reader}:`);
  printTable([
    ['', 'p50 ms', 'p95 ms', 'CPU ms', 'requests'],
    ...figures.map(({ name, requests, p50, p95, cpu }) => [
      name,
      p50.toFixed(1),
      p95.toFixed(1),
      cpu.toFixed(1),
      String(requests),
    ]),
  ]);
}

function printLoad(load: LoadFigures): void {
  console.log(
    `${values.pembaca} readers for ${load.seconds.toFixed(0)} s: ${load.requests} pages, ${load.failed} failed, ` +
      `p50 ${load.p50.toFixed(0)} ms, p95 ${load.p95.toFixed(0)} ms, p99 ${load.p99.toFixed(0)} ms; ` +
      `deliveries sent ${load.sent}, checked ${load.checked}, published ${load.published}; ` +
      `CPU of server and PostgreSQL ${load.cpu.toFixed(0)} s, memory of the server ${(load.rss / 1e6).toFixed(0)} MB\n`,
  );
  if (load.firstFailure !== undefined) console.log(`first failure: ${load.firstFailure}\n`);
}
