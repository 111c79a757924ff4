import { z } from 'zod';
import type { Server } from '#platform';
import {
  addedPasskey,
  addPasskeyRequest,
  changePasswordRequest,
  confirmPasswordRequest,
  passkeyList,
  passkeyOptions,
  recoveryCodesAnswer,
  renamePasskeyRequest,
  sessionList,
  totpConfirmRequest,
  totpSetupAnswer,
} from './contract.ts';
import { accessOf } from './guard.ts';
import {
  activateSecondFactor,
  changePassword,
  confirmPassword,
  endOwnSession,
  listSessions,
  prepareSecondFactor,
  removeSecondFactor,
  renewOwnRecoveryCodes,
} from './own-account.ts';
import { addPasskey, listPasskeys, preparePasskey, removePasskey, renamePasskey } from './passkeys.ts';
import { type SignInOptions, siteOf } from './sign-in-routes.ts';

const OWN = { config: { tindakan: 'masuk' } } as const;
const keyParams = z.object({ kunci: z.uuid() });

/** A user's own password, second factor, passkeys and sessions. */
export function addOwnAccountRoutes(server: Server, { database, publicOrigin, rahasia }: SignInOptions): void {
  server.post('/api/saya/sandi', { ...OWN, schema: { body: changePasswordRequest } }, async (request, reply) => {
    await changePassword(database, accessOf(request).pelaku, request.body, request.ip);
    return reply.status(204).send();
  });

  server.post(
    '/api/saya/faktor-kedua/siapkan',
    { ...OWN, schema: { response: { 200: totpSetupAnswer } } },
    async (request) => prepareSecondFactor(database, accessOf(request).pelaku, rahasia),
  );

  server.post(
    '/api/saya/faktor-kedua/aktifkan',
    { ...OWN, schema: { body: totpConfirmRequest, response: { 200: recoveryCodesAnswer } } },
    async (request) => ({
      kodePemulihan: [...(await activateSecondFactor(database, accessOf(request).pelaku, request.body.kode, rahasia))],
    }),
  );

  server.post(
    '/api/saya/faktor-kedua/matikan',
    { ...OWN, schema: { body: confirmPasswordRequest } },
    async (request, reply) => {
      const { pelaku } = accessOf(request);
      await confirmPassword(database, pelaku, request.body.sandi, request.ip);
      await removeSecondFactor(database, pelaku);
      return reply.status(204).send();
    },
  );

  server.post(
    '/api/saya/faktor-kedua/kode-pemulihan',
    { ...OWN, schema: { body: confirmPasswordRequest, response: { 200: recoveryCodesAnswer } } },
    async (request) => {
      const { pelaku } = accessOf(request);
      await confirmPassword(database, pelaku, request.body.sandi, request.ip);
      return { kodePemulihan: [...(await renewOwnRecoveryCodes(database, pelaku))] };
    },
  );

  server.get('/api/saya/sesi', { ...OWN, schema: { response: { 200: sessionList } } }, async (request) =>
    listSessions(database, accessOf(request).pelaku),
  );

  server.delete(
    '/api/saya/sesi/:sesi',
    { ...OWN, schema: { params: z.object({ sesi: z.uuid() }) } },
    async (request, reply) => {
      await endOwnSession(database, accessOf(request).pelaku, request.params.sesi);
      return reply.status(204).send();
    },
  );

  server.get('/api/saya/kunci-sandi', { ...OWN, schema: { response: { 200: passkeyList } } }, async (request) => ({
    kunciSandi: [...(await listPasskeys(database, accessOf(request).pelaku))],
  }));

  server.post(
    '/api/saya/kunci-sandi/siapkan',
    { ...OWN, schema: { body: confirmPasswordRequest, response: { 200: passkeyOptions } } },
    async (request) => {
      const { pelaku } = accessOf(request);
      await confirmPassword(database, pelaku, request.body.sandi, request.ip);
      return { ...(await preparePasskey(database, pelaku, siteOf(request, publicOrigin))) };
    },
  );

  // The challenge was handed out for the password, a moment ago, to this user.
  server.post(
    '/api/saya/kunci-sandi',
    { ...OWN, schema: { body: addPasskeyRequest, response: { 201: addedPasskey } } },
    async (request, reply) => {
      const { pelaku } = accessOf(request);
      const { kunci, kodePemulihan } = await addPasskey(database, pelaku, request.body, siteOf(request, publicOrigin));
      return reply.status(201).send({ kunci, kodePemulihan: [...kodePemulihan] });
    },
  );

  server.patch(
    '/api/saya/kunci-sandi/:kunci',
    { ...OWN, schema: { params: keyParams, body: renamePasskeyRequest } },
    async (request, reply) => {
      await renamePasskey(database, accessOf(request).pelaku, request.params.kunci, request.body.nama);
      return reply.status(204).send();
    },
  );

  server.post(
    '/api/saya/kunci-sandi/:kunci/hapus',
    { ...OWN, schema: { params: keyParams, body: confirmPasswordRequest } },
    async (request, reply) => {
      const { pelaku } = accessOf(request);
      await confirmPassword(database, pelaku, request.body.sandi, request.ip);
      await removePasskey(database, pelaku, request.params.kunci);
      return reply.status(204).send();
    },
  );
}
