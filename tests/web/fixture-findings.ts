import {
  causeList,
  changeCounts,
  changeList,
  CLASS_LABELS,
  differenceList,
  homeAnswer,
  personAnswer,
  exportAnswer,
  peopleFacets,
  personList,
  provinceAnswer,
  revealAnswer,
  searchAnswer,
  type PeopleGroup,
} from '#findings/contract';
import { balanceOf, differencesOf, groupsOf, KINDS, peopleOf, two } from './fixture-data.ts';
import { CAP, codesOf, governments, nameOf, Refused, type Route, scopeOf } from './fixture-routes.ts';

/** Fewer than the portal's 100, so that looking at every cell stays quick. */
const PAGE = 12;

const causesOf = (codes: readonly number[]) => {
  const rows = codes.flatMap(differencesOf);
  return KINDS.map(({ sebab, kalimat, bidang }) => {
    const own = rows.filter((row) => row.sebab === sebab);
    return {
      sebab,
      kalimat,
      bidang,
      selisih: own.length,
      orang: new Set(own.map(({ instansi, orang }) => `${instansi}-${orang}`)).size,
    };
  })
    .filter(({ orang }) => orang > 0)
    .toSorted((a, b) => b.orang - a.orang);
};
const count = <Row>(rows: readonly Row[], key: (row: Row) => string | null, label: (row: Row) => string) => {
  const found = new Map<string, { nilai: string; label: string; jumlah: number }>();
  for (const row of rows) {
    const nilai = key(row) ?? '';
    const known = found.get(nilai);
    if (known === undefined) found.set(nilai, { nilai, label: label(row), jumlah: 1 });
    else known.jumlah++;
  }
  return [...found.values()].toSorted((a, b) => b.jumlah - a.jumlah);
};
const page = <Row>(rows: readonly Row[], after: string | null): { baris: readonly Row[]; lanjut: string | null } => {
  const from = Number(after ?? 0);
  return { baris: rows.slice(from, from + PAGE), lanjut: from + PAGE < rows.length ? String(from + PAGE) : null };
};
const matches = (text: string | null, { nama, nip }: { nama: string; nip: string }): boolean =>
  text === null || nama.toLowerCase().includes(text.toLowerCase()) || nip.startsWith(text);

const isIn = (group: PeopleGroup, { keadaan, selisih }: ReturnType<typeof peopleOf>[number]): boolean => {
  if (group === 'simpeg') return keadaan !== 'hanya-bkn';
  if (group === 'bkn') return keadaan !== 'hanya-simpeg';
  if (group === 'selaras') return keadaan === 'berpasangan' && selisih === 0;
  if (group === 'berselisih') return keadaan === 'berpasangan' && selisih > 0;
  return keadaan === group;
};

/** Beranda, Selisih, Pegawai, Orang, search. */
export const FINDING_ROUTES: readonly Route[] = [
  [
    'GET',
    /^beranda\/provinsi$/,
    provinceAnswer,
    (asked) => {
      if (scopeOf(asked) !== undefined) throw new Refused(403, 'Beranda provinsi hanya untuk admin provinsi dan BKN.');
      const all = codesOf(undefined);
      return {
        cap: CAP,
        neraca: balanceOf(all.flatMap(peopleOf)),
        selisih: all.flatMap(differencesOf).length,
        sebab: all
          .flatMap((instansi) => causesOf([instansi]).map((cause) => ({ ...cause, instansi })))
          .toSorted((a, b) => b.orang - a.orang)
          .slice(0, 10),
        baris: governments.map(({ instansi, nama }, at) => ({
          instansi,
          nama,
          simpegPer:
            at === 30 ? null : `2026-${two(11 - (at % 5 === 4 ? 3 : at % 3 === 2 ? 1 : 0))}-${two(1 + (at % 9))}`,
          neraca: balanceOf(peopleOf(instansi)),
          selisih: differencesOf(instansi).length,
          selaras: Array.from({ length: 8 }, (_, month) => 0.6 + ((at * 7 + month * 5) % 13) / 40 + month / 60),
        })),
      };
    },
  ],
  [
    'GET',
    /^beranda$/,
    homeAnswer,
    (asked) => {
      const scope = scopeOf(asked) ?? 6400;
      return {
        cap: CAP,
        neraca: balanceOf(peopleOf(scope)),
        selisih: differencesOf(scope).length,
        sebab: causesOf([scope]),
        kirimanTerakhir: {
          kiriman: 'k-terbit',
          namaBerkas: 'nominatif_kudus_03112026.xlsx',
          per: '2026-11-03',
          dibaca: 432,
          diterima: 420,
          dikarantina: 12,
        },
      };
    },
  ],
  [
    'GET',
    /^selisih\/sebab$/,
    causeList,
    (asked) => {
      const codes = codesOf(scopeOf(asked));
      const rows = codes.flatMap(differencesOf);
      return {
        cap: CAP,
        selisih: rows.length,
        orang: new Set(rows.map(({ instansi, orang }) => `${instansi}-${orang}`)).size,
        sebab: causesOf(codes),
      };
    },
  ],
  [
    'GET',
    /^selisih$/,
    differenceList,
    (asked) => {
      const { query } = asked;
      const is = (name: string, value: string | null): boolean => query.get(name) === null || query.get(name) === value;
      const rows = codesOf(scopeOf(asked))
        .flatMap(differencesOf)
        .filter(
          (row) =>
            is('sebab', row.sebab) &&
            is('bidang', row.bidang) &&
            is('orang', row.orang) &&
            matches(query.get('cari'), row),
        );
      const shown = rows.filter((row) => is('kelas', row.kelas));
      if (query.get('urut') === '-nama') shown.reverse();
      return {
        cap: CAP,
        jumlah: shown.length,
        orang: new Set(shown.map(({ instansi, orang }) => `${instansi}-${orang}`)).size,
        ...page(shown, query.get('sesudah')),
        segi: {
          bidang: count(
            rows,
            ({ bidang }) => bidang,
            ({ label }) => label,
          ),
          kelas: count(
            rows,
            ({ kelas }) => kelas,
            ({ kelas }) => CLASS_LABELS[kelas],
          ),
          sebab: count(
            rows,
            ({ sebab }) => sebab,
            ({ kalimat }) => kalimat ?? '',
          ),
        },
      };
    },
  ],
  [
    'GET',
    /^pegawai$/,
    personList,
    (asked) => {
      const { query } = asked;
      const keadaan = query.get('keadaan');
      const rows = codesOf(scopeOf(asked))
        .flatMap(peopleOf)
        .filter((row) => (keadaan === null || isIn(keadaan as PeopleGroup, row)) && matches(query.get('cari'), row))
        .filter((row) => [null, row.golongan].includes(query.get('golongan')))
        .filter((row) => [null, row.unit].includes(query.get('unit')));
      if (query.get('urut') === '-selisih') rows.sort((a, b) => b.selisih - a.selisih);
      return { cap: CAP, jumlah: rows.length, ...page(rows, query.get('sesudah')) };
    },
  ],
  [
    'GET',
    /^pegawai\/segi$/,
    peopleFacets,
    (asked) => {
      const people = codesOf(scopeOf(asked)).flatMap(peopleOf);
      const facet = (part: 'golongan' | 'unit') => {
        const groups = Map.groupBy(people, (row) => row[part] ?? 'kosong');
        const pilihan = [...groups].map(([nilai, rows]) => ({ nilai, label: nilai, jumlah: rows.length }));
        return { semua: pilihan.length, pilihan: pilihan.toSorted((a, b) => b.jumlah - a.jumlah) };
      };
      return { golongan: facet('golongan'), unit: facet('unit') };
    },
  ],
  [
    'GET',
    /^perubahan\/\d+$/,
    changeCounts,
    ({ parts: [, code] }) => ({
      sejak: '2026-10-03',
      jumlah: { baru: differencesOf(Number(code)).length, terkoreksi: 3, hilang: 0 },
    }),
  ],
  [
    'GET',
    /^perubahan\/\d+\/selisih$/,
    changeList,
    ({ parts: [, code], query }) => {
      const rows = differencesOf(Number(code));
      return { sejak: '2026-10-03', jumlah: rows.length, ...page(rows, query.get('sesudah')) };
    },
  ],
  [
    'POST',
    /^(pegawai|selisih)\/ekspor$/,
    exportAnswer,
    ({ parts: [daftar = ''], body }) => ({
      keadaan: 'siap',
      tautan: '/tanda.svg',
      namaBerkas: `${daftar}.${String(body['bentuk'])}`,
      baris: 1,
      berakhirPada: CAP.dihitung,
    }),
  ],
  ['POST', /^orang\/\d+\/[^/]+\/buka$/, revealAnswer, () => ({ simpeg: '3319012345670007', bkn: '3319012345670007' })],
  [
    'GET',
    /^orang\//,
    personAnswer,
    (asked) => {
      const [, code = '', key] = asked.parts;
      const person = peopleOf(Number(code)).find(({ orang }) => orang === key);
      if (person === undefined) throw new Refused(404, 'Pegawai ini tidak ada dalam data yang terbit.');
      const scope = scopeOf(asked);
      if (scope !== undefined && scope !== person.instansi)
        throw new Refused(
          403,
          `Anda tidak berhak membuka data ${nameOf(person.instansi)}. Ajukan kepada admin provinsi, sebutkan kasusnya.`,
        );
      return {
        cap: CAP,
        instansi: person.instansi,
        namaInstansi: nameOf(person.instansi),
        orang: person.orang,
        nama: person.nama,
        nip: person.nip,
        keadaan: person.keadaan,
        kalimat:
          person.keadaan === 'berpasangan'
            ? 'NIP sama pada kedua sisi.'
            : 'Tidak ada orang dengan NIP, NIK, atau nama dan tanggal lahir ini pada sisi lain.',
        kelompok: groupsOf(person),
      };
    },
  ],
  [
    'GET',
    /^cari$/,
    searchAnswer,
    (asked) => ({
      orang: codesOf(scopeOf(asked))
        .flatMap(peopleOf)
        .filter((row) => matches(asked.query.get('q'), row))
        .slice(0, 20)
        .map(({ instansi, orang, nama, nip, jabatan }) => ({
          instansi,
          namaInstansi: nameOf(instansi),
          orang,
          nama,
          nip,
          jabatan,
        })),
    }),
  ],
];
