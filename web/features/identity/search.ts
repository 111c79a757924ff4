import { z } from 'zod';

const text = z.string().max(120).optional().catch(undefined);

export const auditSearch = z.object({
  pelaku: text,
  tindakan: text,
  sasaran: text,
  dari: z.iso.date().optional().catch(undefined),
  sampai: z.iso.date().optional().catch(undefined),
});
export type AuditSearch = z.infer<typeof auditSearch>;
