import { z } from 'zod';

/** What the workbench shows stands in its address. */
export const workbenchSearch = z.object({
  bagian: z.enum(['kolom', 'kode', 'aturan', 'versi']).optional().catch(undefined),
  saring: z.enum(['semua', 'perlu', 'tidak', 'diubah']).optional().catch(undefined),
  letak: z.number().int().nonnegative().optional().catch(undefined),
});

export type WorkbenchSearch = z.infer<typeof workbenchSearch>;
