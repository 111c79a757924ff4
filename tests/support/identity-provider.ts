import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { type Context, Provider } from 'oidc-provider';

/** Somebody whom the provider knows. */
export interface OutsideAccount {
  readonly subjek: string;
  readonly surel: string;
  readonly isChecked: boolean;
}

/** A real OpenID Connect provider on this machine. */
export interface IdentityProvider {
  readonly penerbit: string;
  readonly klien: string;
  readonly rahasia: string;
  /** Who signs in there from now on; undefined for somebody who declines. */
  be(account: OutsideAccount | undefined): void;
  stop(): Promise<void>;
}

/** Everybody who comes is `be`, without being asked; it gives nothing away without PKCE. `redirectUris` are the portal's. */
export async function startIdentityProvider(redirectUris: readonly string[]): Promise<IdentityProvider> {
  const [klien, rahasia] = ['portal', 'rahasia-hanya-untuk-uji'];
  const accounts = new Map<string, OutsideAccount>();
  let present: OutsideAccount | undefined;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  const penerbit = `http://127.0.0.1:${address.port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(penerbit, {
    clients: [{ client_id: klien, client_secret: rahasia, redirect_uris: [...redirectUris] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['kunci-kue-uji'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `/tanya/${uid}` },
    ttl: { Session: 1, Grant: 60, Interaction: 60, AccessToken: 60, IdToken: 60 },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => {
        const { surel, isChecked } = accounts.get(accountId) ?? { surel: undefined, isChecked: false };
        return { sub: accountId, email: surel, email_verified: isChecked };
      },
    }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session?.accountId ?? '',
        clientId: oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    const outcome = present
      ? { login: { accountId: present.subjek } }
      : { error: 'access_denied', error_description: 'declined' };
    const isQuestion = request.url?.startsWith('/tanya/') === true;
    void (isQuestion ? provider.interactionFinished(request, response, outcome) : handle(request, response));
  });
  return {
    penerbit,
    klien,
    rahasia,
    be: (account) => {
      present = account;
      if (account) accounts.set(account.subjek, account);
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
