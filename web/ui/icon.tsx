/** Line drawings on a 16 x 16 field; always beside a word or inside a control that has a name. */
const PATHS = {
  beranda: 'M2.5 7.5 8 3l5.5 4.5v6h-4v-4h-3v4h-4z',
  kiriman: 'M8 2v7.3M5 6.5l3 3 3-3M2.5 10v3.5h11V10',
  selisih: 'M3 6h10M3 10h10M10.5 3l-5 10',
  perbaikan: 'M10.5 3 13 5.5l-7 7-3 .5.5-3zM9 4.5 11.5 7',
  pegawai: 'M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c0-2.5 2.2-4 5-4s5 1.5 5 4',
  mutu: 'M2.5 11.5a5.5 5.5 0 0 1 11 0M8 11.5l2.5-4',
  layanan: 'M4 2.5h5.5L12 5v8.5H4zM6 8h4M6 10.5h4',
  permasalahan: 'M4 14V2.5h8l-2 3 2 3H4',
  koordinasi: 'M2.5 3h8v5.5h-4l-2 2v-2h-2zM12.5 6.5h1V12H12v1.8L10 12H7',
  statistik: 'M3 13.5v-5M6.5 13.5v-9M10 13.5v-4M13.5 13.5v-8',
  referensi: 'M8 4C7 3 5.5 3 2.5 3v9.5c3 0 4.5 0 5.5 1 1-1 2.5-1 5.5-1V3C10.5 3 9 3 8 4zM8 4v9.5',
  pengaturan:
    'M2.5 5h6M12 5h1.5M2.5 11H4M7.5 11h6M10.3 3.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4zM5.7 9.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4z',
  audit: 'M3 2.5h7.5v11H3zM5 5.5h3.5M5 8h2M12.5 8.5v5M10.5 11l2 2.5 1.5-2.5',
  cari: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3',
  kunci: 'M4 7.5h8v6H4zM5.8 7.5V5.2a2.2 2.2 0 0 1 4.4 0v2.3',
  mode: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  kiri: 'M10 4 6 8l4 4',
  kanan: 'M6 4l4 4-4 4',
  bawah: 'M4 6.5 8 10.5l4-4',
  atas: 'M4 9.5 8 5.5l4 4',
  saring: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  lonceng: 'M3.5 11.5h9l-1.2-1.8V7a3.3 3.3 0 0 0-6.6 0v2.700zM6.800 13.5h2.4',
  salin: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  bintang: 'M8 2.5l1.700 3.500 3.800.500-2.800 2.700.7 3.800L8 11.2 4.600 13l.7-3.800L2.500 6.500l3.800-.5z',
  daftar: 'M2.5 4h1M6 4h7.500M2.500 8h1M6 8h7.500M2.500 12h1M6 12h7.500',
  papan: 'M2 4.500h12v7H2zM4.500 7h.1M7 7h.1M9.500 7h.1M12 7h.1M5 9.500h6',
  unduh: 'M8 2v8.3M5 7.5l3 3 3-3M3 13.5h10',
  unggah: 'M8 11V2.7M5 5.5l3-3 3 3M3 13.5h10',
  kolom: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  cetak: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  mata: 'M1.5 8C3 5 5.3 3.8 8 3.8S13 5 14.5 8C13 11 10.7 12.2 8 12.2S3 11 1.5 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  tutup: 'M4 4l8 8M12 4l-8 8',
  bendera: 'M4 14V2.500h8l-2 3 2 3H4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
