import type { DeliveryFiles } from '#intake';
import type { Database } from '#platform';
import type { Reference } from '#reference';

export interface WorkbenchDeps {
  readonly database: Database;
  readonly files: DeliveryFiles;
  readonly reference: Reference;
  readonly acuan: string | undefined;
  /** Tells the worker that there is work. */
  readonly wake: () => void;
}
