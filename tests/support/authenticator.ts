import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** What tests change about an answer to see it refused. */
export interface Twist {
  readonly origin?: string;
  /** Whether the device asked its owner. */
  readonly isVerified?: boolean;
  readonly counter?: number;
  readonly challenge?: string;
}

/** A passkey as software, so that its answers can be wrong in one way each. */
export interface Authenticator {
  /** The answer to `.../kunci-sandi/siapkan` of one's own account. */
  make(options: unknown, twist?: Twist): object;
  /** The answer to `/api/masuk/kunci-sandi/siapkan`. */
  prove(twist: Twist & { readonly challenge: string }): object;
}

export function createAuthenticator(origin: string): Authenticator {
  const id = randomBytes(32).toString('base64url');
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let userHandle = '';
  let uses = 0;
  const clientData = (type: string, challenge: string, at: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
  const authData = (flags: number, counter: number): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(Buffer.from(new URL(origin).hostname)), Buffer.from([flags]), count]);
  };
  const answer = (response: object): object => ({
    id,
    rawId: id,
    type: 'public-key',
    response,
    clientExtensionResults: {},
  });
  return {
    make: (options, { isVerified = true, origin: at = origin, challenge } = {}) => {
      const known = options as { challenge: string; user: { id: string } };
      userHandle = known.user.id;
      const flags = USER_PRESENT | HAS_CREDENTIAL | (isVerified ? USER_VERIFIED : 0);
      const raw = Buffer.from(id, 'base64url');
      const data = Buffer.concat([
        authData(flags, 0),
        Buffer.alloc(16),
        Buffer.from([0, raw.length]),
        raw,
        coseKey(publicKey),
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge ?? known.challenge, at).toString('base64url'),
        attestationObject: attestation(data).toString('base64url'),
        transports: ['internal'],
      });
    },
    prove: ({ challenge, isVerified = true, origin: at = origin, counter }) => {
      uses += 1;
      const data = authData(USER_PRESENT | (isVerified ? USER_VERIFIED : 0), counter ?? uses);
      const client = clientData('webauthn.get', challenge, at);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle,
      });
    },
  };
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** CBOR of an ES256 key: kty EC2, alg -7, crv P-256, x, y. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const bytes = (text: string): Buffer => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')]);
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
  return Buffer.concat([head, Buffer.from([0x21]), bytes(x), Buffer.from([0x22]), bytes(y)]);
}

/** CBOR of `{ fmt: 'none', attStmt: {}, authData }`. */
function attestation(authData: Buffer): Buffer {
  const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  const size = Buffer.from([0x59, authData.length >> 8, authData.length & 0xff]);
  const parts = [text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), size, authData];
  return Buffer.concat([Buffer.from([0xa3]), ...parts]);
}
