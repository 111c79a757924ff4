import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { addedPasskey, passkeyOptions, type SignInAnswer, signInAnswer } from '#identity/contract';
import { ask, Refusal } from '../../api/request.ts';

/** Whether this browser has passkeys, at an address that they can be bound to: a name, not a number. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(window.location.hostname);
}

/** Proves a passkey: alone, or as the second factor that a ticket waits for. Throws a `Refusal`. */
export async function signInByPasskey(tiket: string | undefined): Promise<SignInAnswer> {
  const known = tiket === undefined ? {} : { tiket };
  const options = await ask(passkeyOptions, 'masuk/kunci-sandi/siapkan', { method: 'POST', body: known });
  const jawaban = await withSentences(async () =>
    startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }),
  );
  return ask(signInAnswer, 'masuk/kunci-sandi', { method: 'POST', body: { ...known, jawaban } });
}

/** Makes a passkey and keeps it under a name; gives recovery codes where it is the first second factor. Throws a `Refusal`. */
export async function makePasskey(nama: string, sandi: string): Promise<readonly string[]> {
  const options = await ask(passkeyOptions, 'saya/kunci-sandi/siapkan', { method: 'POST', body: { sandi } });
  const jawaban = await withSentences(async () =>
    startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }),
  );
  const { kodePemulihan } = await ask(addedPasskey, 'saya/kunci-sandi', { method: 'POST', body: { nama, jawaban } });
  return kodePemulihan;
}

/** The device's own refusals, in words. */
async function withSentences<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isKnown = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    const sentence = isKnown
      ? 'Perangkat ini sudah menyimpan kunci sandi akun Anda. Pakai yang sudah ada.'
      : 'Perangkat tidak memberi kunci sandi: dibatalkan, waktunya habis, atau tidak ada yang cocok. Ulangi.';
    throw new Refusal(0, 'KUNCI_SANDI_PERANGKAT', sentence);
  }
}
