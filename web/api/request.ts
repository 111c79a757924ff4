import type { z } from 'zod';

/** A request that the portal refused or could not answer; the message is the portal's own sentence. */
export class Refusal extends Error {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly code: string;
  /** What the person reads to whoever helps. */
  readonly reference: string | undefined;

  constructor(status: number, code: string, sentence: string, reference?: string) {
    super(sentence);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.reference = reference;
  }
}

export type Query = Readonly<Record<string, string | number | undefined>>;

interface Ask {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  readonly query?: Query;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** When a hand was last moved on this page. */
let lastInput = Date.now();
for (const kind of ['pointerdown', 'keydown', 'wheel'])
  document.addEventListener(kind, () => (lastInput = Date.now()), { passive: true, capture: true });
/** What is read later than this was asked by the page itself. */
const ATTENTION_MS = 60_000;

const NO_ANSWER = 'Portal tidak menjawab. Periksa sambungan internet, lalu coba lagi.';

/** Asks the API and checks the answer against its contract. Throws a `Refusal`. */
export async function ask<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options: Ask = {},
): Promise<z.infer<Schema>> {
  const response = await send(path, options);
  const answer = schema.safeParse(await response.json().catch(() => undefined));
  if (answer.success) return answer.data;
  throw new Refusal(response.status, 'JAWABAN_TIDAK_DIKENAL', 'Jawaban portal tidak dikenal. Muat ulang halaman ini.');
}

/** Asks for something whose answer holds nothing. Throws a `Refusal`. */
export async function tell(path: string, options: Ask = {}): Promise<void> {
  await send(path, { method: 'POST', ...options });
}

async function send(path: string, { method = 'GET', query = {}, body, headers, signal }: Ask): Promise<Response> {
  const isBytes = body instanceof Blob;
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      ...(method === 'GET' && Date.now() - lastInput > ATTENTION_MS ? { 'x-tanpa-orang': 'ya' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  };
  const response = await fetch(`/api/${path}${queryText(query)}`, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refusal(0, 'TIDAK_TERSAMBUNG', NO_ANSWER);
  });
  if (response.ok) return response;
  throw refusalOf(response.status, await response.json().catch(() => undefined));
}

function refusalOf(status: number, body: unknown): Refusal {
  const { kode, pesan, rujukan } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return new Refusal(status, text(kode) ?? 'TANPA_KODE', text(pesan) ?? NO_ANSWER, text(rujukan));
}

export function queryText(query: Query): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)] as [string, string]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
