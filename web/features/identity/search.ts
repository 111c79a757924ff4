import { z } from 'zod';
import { LINK_OUTCOMES, type LinkOutcome } from '#identity/contract';

const text = z.string().max(120).optional().catch(undefined);

/** What came of linking the account to the provider outside. */
export const securitySearch = z.object({
  penyedia: z
    .enum(Object.keys(LINK_OUTCOMES) as [LinkOutcome, ...LinkOutcome[]])
    .optional()
    .catch(undefined),
});

export const auditSearch = z.object({
  pelaku: text,
  tindakan: text,
  sasaran: text,
  dari: z.iso.date().optional().catch(undefined),
  sampai: z.iso.date().optional().catch(undefined),
});
export type AuditSearch = z.infer<typeof auditSearch>;
