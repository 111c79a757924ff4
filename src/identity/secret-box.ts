import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Bytes of a key (AES-256). */
export const KEY_BYTES = 32;

/** Encrypts what has to be read again, such as the secret of an app on the phone, so that a copy of the database does not give it away. */
export interface SecretBox {
  /** `owner` is bound in: a secret that is put beside another user's name does not open. */
  seal(secret: string, owner: string): string;
  /** Undefined where it was altered, is another's, or its key is not there any more. */
  open(sealed: string, owner: string): string | undefined;
  /** Whether it was encrypted by the newest key. */
  isCurrent(sealed: string): boolean;
}

const SEALED = /^v1\.([0-9a-f]{8})\.([\w-]+)\.([\w-]+)$/;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Whether a text was encrypted at all; secrets of before that were not. */
export const isSealed = (text: string): boolean => SEALED.test(text);

/** `readKeys` gives the newest key first; it is asked again for a new secret and a key that is not known, since keys change while the portal runs. */
export function createSecretBox(readKeys: () => readonly Buffer[]): SecretBox {
  let keys = readKeys();
  const find = (id: string): Buffer | undefined => keys.find((key) => idOf(key) === id);
  const newest = (): Buffer => {
    const [key] = keys;
    if (key?.length !== KEY_BYTES) throw new Error('There is no key for secrets');
    return key;
  };
  return {
    seal: (secret, owner) => {
      // By what is the newest now: the one that this box knows may be on its way out.
      keys = readKeys();
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', newest(), iv).setAAD(Buffer.from(owner));
      const bytes = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `v1.${idOf(newest())}.${iv.toString('base64url')}.${bytes.toString('base64url')}`;
    },
    open: (sealed, owner) => {
      const [, id = '', iv = '', text = ''] = SEALED.exec(sealed) ?? [];
      if (id !== '' && !find(id)) keys = readKeys();
      const key = find(id);
      if (!key) return undefined;
      const bytes = Buffer.from(text, 'base64url');
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES });
        cipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
        return Buffer.concat([cipher.update(bytes.subarray(0, -TAG_BYTES)), cipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
    isCurrent: (sealed) => SEALED.exec(sealed)?.[1] === idOf(newest()),
  };
}

/** Tells keys apart without telling them. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('portal ').update(key).digest('hex').slice(0, 8);
}
