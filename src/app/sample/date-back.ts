import { Client } from 'pg';
import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';

/** Days between the day of the data and the morning on which the sample was sent. */
const SENT_AFTER = "interval '2 days 9 hours'";

/**
 * Gives the deliveries of `per` and what was published of them the times at which they would have been sent, but never one to come. Only the
 * owner of the database can: nothing in the portal itself can date anything back. The audit trail keeps the true time.
 */
export async function dateBack(url: string, per: LocalDate): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const values = [formatIsoDate(per)];
    const sent = `least(($1::date + ${SENT_AFTER}) AT TIME ZONE 'Asia/Jakarta', now())`;
    await client.query(
      `UPDATE intake.kiriman SET diterima_pada = ${sent}, terbit_pada = ${sent} + least(interval '1 hour', now() - ${sent})
       WHERE per = $1::date`,
      values,
    );
    await client.query(
      `UPDATE registry.terbitan SET terbit_pada = ${sent} + least(interval '1 hour', now() - ${sent}) WHERE bkn_per = $1::date`,
      values,
    );
  } finally {
    await client.end();
  }
}
