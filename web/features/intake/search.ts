import { z } from 'zod';

/** The year that the calendar of deliveries shows; this one where none is named. */
export const scheduleSearch = z.object({ tahun: z.number().int().min(2000).max(2100).optional().catch(undefined) });
