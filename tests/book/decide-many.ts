import type { LocalDate } from '#kernel/local-date.ts';
import { carryOut } from '../../src/app/silang/decide.ts';
import { createKnowledge } from '../../src/app/silang/knowledge.ts';
import { PROPOSAL_COLUMNS, type ProposalRow } from '../../src/app/silang/proposal-file.ts';
import { ok } from '#kernel/result.ts';
import { type RecipeVersion, writeVersion } from '#mapping';
import { openReference } from '#reference';

/** A process that writes into both books over and over: `node decide-many.ts <folder> <name> <times>`. */
const [folder = '', name = '', times = '0'] = process.argv.slice(2);
const EMPTY = Object.fromEntries(PROPOSAL_COLUMNS.map((column) => [column, ''])) as ProposalRow;
const version: Omit<RecipeVersion, 'nomor'> = {
  instansi: '6410',
  disahkan: '2026-01-02T03:04:05.000Z',
  oleh: name,
  catatan: '',
  struktur: { sidik: '', sidik_lengkap: '', tabel: [] },
  pemetaan: {
    berkas: '',
    tabel: 'a',
    entitas: 'pegawai',
    baris: 0,
    kolom: [],
    rahasia: [],
    saring: [],
    gabung: [],
    pilihan: [],
  },
};
const knowledge = createKnowledge(openReference());
for (let i = 0; i < Number(times); i++) {
  const row: ProposalRow = { ...EMPTY, instansi: '6410', kolom: 'agama', kode: `${name}${i}`, id_bkn: '1' };
  const deciding = { silang: `${folder}/silang`, knowledge, mulai: undefined, sampai: undefined, oleh: name };
  carryOut([{ baris: 1, row, keputusan: ok('terima') }], { ...deciding, pada: 20_260_102 as LocalDate });
  writeVersion(`${folder}/buku`, { ...version, catatan: `${name}${i}` });
}
