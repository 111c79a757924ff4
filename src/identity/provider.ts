import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import type { ProviderRefusal } from './contract.ts';
import type { OutsideIdentity } from './outside-identity.ts';

/** An OpenID Connect provider outside, as the operator set it. */
export interface ProviderSettings {
  /** As the button calls it, such as `INA-Pas`. */
  readonly nama: string;
  /** Its issuer: an https address, or one of this machine while it is tried. */
  readonly penerbit: string;
  readonly klien: string;
  readonly rahasia: string;
}

/** What is kept of a sign-in while its user is at the provider. */
export const providerVisit = z.object({
  nonce: z.string(),
  verifier: z.string(),
  kembali: z.string(),
  /** Who links the own account; without it somebody signs in. */
  tautkan: z.object({ instansi: z.number().int(), penggunaId: z.uuid() }).optional(),
});
export type ProviderVisit = z.infer<typeof providerVisit>;

export interface Provider {
  readonly nama: string;
  /** Where to send the browser, and the state that comes back with it. */
  begin(
    redirectUri: string,
  ): Promise<{ readonly alamat: string; readonly state: string } & Pick<ProviderVisit, 'nonce' | 'verifier'>>;
  /** Who came back, or why nobody did. */
  finish(answer: URL, state: string, visit: ProviderVisit): Promise<OutsideIdentity | ProviderRefusal>;
}

/** Knows its provider from the first time it is asked for: a provider that is down keeps nobody from starting the portal. */
export function createProvider({ nama, penerbit, klien, rahasia }: ProviderSettings): Provider {
  let known: Promise<Configuration> | undefined;
  const configuration = async (): Promise<Configuration> => {
    known ??= discovery(new URL(penerbit), klien, rahasia, undefined, {
      timeout: 10,
      execute: isThisMachine(penerbit) ? [allowInsecureRequests] : [],
    });
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return {
    nama,
    begin: async (redirectUri) => {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const alamat = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { alamat: alamat.href, state, nonce, verifier };
    },
    finish: async (answer, state, { nonce, verifier }) => {
      try {
        const config = await configuration();
        const tokens = await authorizationCodeGrant(config, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) return 'tidak-sah';
        const told =
          claims['email'] === undefined ? await fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
        return { penerbit: claims.iss, subjek: claims.sub, surel: checkedMail(told) };
      } catch (error) {
        if (error instanceof AuthorizationResponseError && error.error === 'access_denied') return 'dibatalkan';
        return 'tidak-sah';
      }
    },
  };
}

/** A mail address counts only where the provider says that it checked it. */
function checkedMail(claims: Readonly<Record<string, unknown>>): string | undefined {
  const { email, email_verified: isChecked } = claims;
  return isChecked === true && typeof email === 'string' ? email : undefined;
}

/** Only a provider on this machine may speak plain HTTP. */
export function isThisMachine(address: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(address);
}
