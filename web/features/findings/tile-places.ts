import type { TilePlace } from '../../ui/tile-map.tsx';

/**
 * The 35 kabupaten and kota by BKN's code on 10 x 6 tiles, laid so that neighbours touch: of 73 pairs with a common border 66
 * do, and hardly a clear direction is reversed. The province itself stands in the table.
 */
const PLACES: readonly (readonly [code: number, short: string, column: number, row: number])[] = [
  [6412, 'JPR', 7, 0],
  [6474, 'TGL', 1, 1],
  [6473, 'PKL', 3, 1],
  [6471, 'SMG', 5, 1],
  [6403, 'DMK', 6, 1],
  [6410, 'KDS', 7, 1],
  [6409, 'PTI', 8, 1],
  [6413, 'RBG', 9, 1],
  [6408, 'BRB', 0, 2],
  [6407, 'TGL', 1, 2],
  [6411, 'PML', 2, 2],
  [6405, 'PKL', 3, 2],
  [6406, 'BTG', 4, 2],
  [6402, 'KDL', 5, 2],
  [6401, 'SMG', 6, 2],
  [6404, 'GRB', 7, 2],
  [6414, 'BLA', 8, 2],
  [6416, 'CLP', 0, 3],
  [6415, 'BMS', 1, 3],
  [6417, 'PBG', 2, 3],
  [6418, 'BNA', 3, 3],
  [6421, 'WSB', 4, 3],
  [6420, 'TMG', 5, 3],
  [6472, 'SLT', 6, 3],
  [6425, 'BYL', 7, 3],
  [6426, 'SRG', 8, 3],
  [6423, 'KBM', 3, 4],
  [6422, 'PWR', 4, 4],
  [6419, 'MGL', 5, 4],
  [6475, 'MGL', 6, 4],
  [6476, 'SKA', 7, 4],
  [6428, 'KRA', 8, 4],
  [6424, 'KLN', 6, 5],
  [6427, 'SKH', 7, 5],
  [6429, 'WNG', 8, 5],
];

/** Codes of kota end in 71 and up. */
export const TILE_PLACES: readonly TilePlace[] = PLACES.map(([code, short, column, row]) => ({
  code,
  short,
  at: [column, row],
  isKota: code % 100 >= 71,
}));
