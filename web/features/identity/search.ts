import { z } from 'zod';
import { LINK_OUTCOMES, type LinkOutcome, type Role, ROLES } from '#identity/contract';
import { listSearch } from '../../lists/search.ts';

const text = z.string().max(120).optional().catch(undefined);

/** What came of linking the account to the provider outside. */
export const securitySearch = z.object({
  penyedia: z
    .enum(Object.keys(LINK_OUTCOMES) as [LinkOutcome, ...LinkOutcome[]])
    .optional()
    .catch(undefined),
});

/** What an account is like, by which accounts are filtered. */
export const ACCOUNT_STATES = { aktif: 'Aktif', 'tanpa-faktor': 'Tanpa faktor kedua', ditutup: 'Ditutup' } as const;
export type AccountState = keyof typeof ACCOUNT_STATES;

export const userSearch = z.object({
  ...listSearch,
  akun: z
    .enum(Object.keys(ACCOUNT_STATES) as [AccountState, ...AccountState[]])
    .optional()
    .catch(undefined),
  peran: z
    .enum(Object.keys(ROLES) as [Role, ...Role[]])
    .optional()
    .catch(undefined),
});

export const auditSearch = z.object({
  ...listSearch,
  pelaku: text,
  tindakan: text,
  sasaran: text,
  dari: z.iso.date().optional().catch(undefined),
  sampai: z.iso.date().optional().catch(undefined),
});
export type AuditSearch = z.infer<typeof auditSearch>;
