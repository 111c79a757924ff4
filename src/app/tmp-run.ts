import { readdirSync, readFileSync } from 'node:fs';
import { reconcile } from '#reconcile';
const [dir, out] = process.argv.slice(2);
const simpeg = readdirSync(`${dir}/simpeg`)
  .sort()
  .map((f) => ({ instansi: f.slice(0, 4), berkas: `${dir}/simpeg/${f}` }));
const r = await reconcile(
  { bkn: `${dir}/bkn.csv`, simpeg, pemetaan: new Map(), keluar: out, timpa: true, acuan: undefined },
  () => {},
);
if (!r.ok) console.log(r.error);
else {
  console.log(r.value.refusals);
  console.log(readFileSync(`${out}/kinerja.json`, 'utf8'));
  console.log(JSON.stringify(r.value.summary.pasangan), JSON.stringify(r.value.summary.selisih.per_kolom));
}
