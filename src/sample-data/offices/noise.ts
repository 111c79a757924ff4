import type { Cell, DeliveryWriter } from '../containers/delivery.ts';
import { dice, diceBelow, seedOf } from '../dice.ts';
import { hexOf } from './kit.ts';

interface NoiseTable {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
  readonly rows: number;
  readonly row: (seed: number, number: number) => readonly Cell[];
}

/** Tables that every system has and nobody asked for: they make the choice of the right table part of the task. */
export const NOISE_TABLES: readonly NoiseTable[] = [
  {
    name: 'users',
    columns: [
      ['id', 'int(11)'],
      ['username', 'varchar(50)'],
      ['password', 'varchar(255)'],
      ['nama', 'varchar(80)'],
      ['level', 'varchar(20)'],
      ['created_at', 'datetime'],
    ],
    rows: 24,
    row: (seed, number) => [
      String(number),
      `operator${number}`,
      hexOf(seed, 4),
      `Operator ${number}`,
      dice(seed, 1) < 0.2 ? 'admin' : 'operator',
      '2021-03-04 08:00:00',
    ],
  },
  {
    name: 'menu',
    columns: [
      ['id', 'int(11)'],
      ['induk', 'int(11)'],
      ['judul', 'varchar(60)'],
      ['url', 'varchar(120)'],
    ],
    rows: 40,
    row: (seed, number) => [
      String(number),
      String(diceBelow(seed, 2, 8)),
      `Menu ${number}`,
      `pegawai/halaman${number}`,
    ],
  },
  {
    name: 'log_aktivitas',
    columns: [
      ['id', 'int(11)'],
      ['user_id', 'int(11)'],
      ['waktu', 'datetime'],
      ['aksi', 'varchar(60)'],
      ['ip', 'varchar(40)'],
    ],
    rows: 200,
    row: (seed, number) => [
      String(number),
      String(1 + diceBelow(seed, 3, 24)),
      `2025-09-${String(1 + diceBelow(seed, 4, 30)).padStart(2, '0')} 09:${String(diceBelow(seed, 5, 60)).padStart(2, '0')}:00`,
      dice(seed, 6) < 0.5 ? 'login' : 'ubah data',
      `10.0.0.${diceBelow(seed, 7, 250)}`,
    ],
  },
];

/** Adds the tables of no interest to a dump. */
export function writeNoise(delivery: DeliveryWriter, kode: string): void {
  for (const { name, columns, rows, row } of NOISE_TABLES) {
    const table = delivery.table({ name, columns: columns.map(([column, type]) => ({ name: column, type })) });
    for (let number = 1; number <= rows; number++) table.row(row(seedOf(`${kode}/${name}/${number}`), number));
  }
}
