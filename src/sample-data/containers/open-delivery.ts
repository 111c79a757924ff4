import type { LocalDate } from '#kernel/local-date.ts';
import { createLot } from '../dice.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import { csvDelivery } from './csv.ts';
import { dbfDelivery } from './dbf.ts';
import type { DeliveryOptions, DeliveryWriter } from './delivery.ts';
import { jsonDelivery, ndjsonDelivery } from './json.ts';
import { frameOf } from './sheet-frames.ts';
import { mysqlDelivery } from './sql-mysql.ts';
import { postgresDelivery } from './sql-postgres.ts';
import { xlsxDelivery } from './xlsx.ts';

/** Opens the file in which an office delivers, by its container and tool. */
export function openDelivery(
  profile: OfficeProfile,
  { folder, benih, per }: { readonly folder: string; readonly benih: string; readonly per: LocalDate },
): DeliveryWriter {
  const lot = createLot(`${benih}/wadah/${profile.kode}`);
  const options: DeliveryOptions = {
    folder,
    name: profile.kode,
    encoding: profile.encoding,
    delimiter: profile.delimiter,
    rowsPerInsert: lot.pick([1, 50, 200, 1000]),
  };
  switch (profile.container) {
    case 'csv':
      return csvDelivery(options);
    case 'json':
      return jsonDelivery(options);
    case 'ndjson':
      return ndjsonDelivery(options);
    case 'dbf':
      return dbfDelivery(options);
    case 'xlsx':
      return xlsxDelivery(options, frameOf(profile, per));
    default:
      if (profile.version === 'B1') return postgresDelivery(options);
      return mysqlDelivery({
        ...options,
        tool: profile.version === 'H1' ? 'sqlyog' : lot.pick(['mysqldump', 'phpmyadmin'] as const),
        engine: profile.family === 'C' ? 'MyISAM' : 'InnoDB',
        gzip: profile.container === 'sql.gz',
        nullable: 'BHI'.includes(profile.family),
      });
  }
}
