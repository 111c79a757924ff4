import { z } from 'zod';
import { DELIVERY_STATES } from '#intake/contract';
import { listSearch } from '../../lists/search.ts';

/** What stands in the address of Kiriman. */
export const deliverySearch = z.object({ ...listSearch, keadaan: z.enum(DELIVERY_STATES).optional().catch(undefined) });

/** The year that the calendar of deliveries shows; this one where none is named. */
export const scheduleSearch = z.object({ tahun: z.number().int().min(2000).max(2100).optional().catch(undefined) });
