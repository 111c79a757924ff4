import {
  addUser,
  addUserRequest,
  findOwner,
  giveFirstPassword,
  grantable,
  resealSecrets,
  saveInstansi,
} from '#identity';
import { number } from '#kernel/number-format.ts';
import { problem, RefusedFile } from '#kernel/problem.ts';
import { type Database, RefusedRequest } from '#platform';
import type { Arguments, CommandOutcome } from './command.ts';
import { openPrepared, TENANTS } from './tenants.ts';
import { type KeySource, openSecretBox, renewKey } from './secret-keys.ts';
import type { Terminal } from './terminal.ts';

/** Who acts in the audit trail when it is done from the command line. */
const PELAKU = 'baris-perintah';

const WORKS = { tambah: add, pulihkan: recover } as const;

/** The work behind the command `pengguna`, on the database of `url`. */
export async function changePortalUsers(
  kerja: keyof typeof WORKS,
  url: string,
  args: Arguments,
  terminal: Terminal,
): Promise<CommandOutcome> {
  const database = await openPrepared(url, (line) => terminal.say(line));
  try {
    await saveInstansi(database, TENANTS);
    return await WORKS[kerja](args, terminal, database);
  } catch (error) {
    if (error instanceof RefusedRequest) throw new RefusedFile(error.problem);
    throw error;
  } finally {
    await database.close();
  }
}

/** A new key, and the secrets of all users encrypted by it; on the database of `url`. */
export async function renewSecrets(url: string, keys: KeySource, terminal: Terminal): Promise<CommandOutcome> {
  const database = await openPrepared(url, (line) => terminal.say(line));
  try {
    // A command that was ended in the middle left secrets of an older key, which a newer one would push out.
    await resealSecrets(database, openSecretBox(keys));
    renewKey(keys);
    const { diperbarui, takTerbuka } = await resealSecrets(database, openSecretBox(keys));
    terminal.say(`Rahasia faktor kedua ${number.format(diperbarui)} pengguna dienkripsi ulang dengan kunci terbaru.`);
    if (takTerbuka > 0) terminal.sayProblem(problem('RAHASIA_TAK_TERBUKA', { jumlah: takTerbuka }));
    return { status: takTerbuka > 0 ? 1 : 0 };
  } finally {
    await database.close();
  }
}

async function add(args: Arguments, terminal: Terminal, database: Database): Promise<CommandOutcome> {
  const instansi = TENANTS.find((each) => String(each.instansi) === args.text('instansi'));
  if (!instansi) return wrong('instansi', args, 'bukan kode instansi Jawa Tengah atau BKN (1)');
  const roles = grantable('admin-provinsi', instansi.jenis);
  const role = roles.find((each) => each === args.text('peran'));
  if (!role) return wrong('peran', args, `di instansi itu yang ada: ${roles.join(', ')}`);
  const wanted = addUserRequest.safeParse({
    nama: args.text('nama'),
    namaPengguna: args.text('nama-pengguna'),
    peran: role,
  });
  if (!wanted.success) {
    const isName = wanted.error.issues[0]?.path[0] === 'nama';
    return isName
      ? wrong('nama', args, 'isi nama lengkap orangnya')
      : wrong('nama-pengguna', args, '3 sampai 64 huruf kecil, angka, titik, atau garis');
  }
  const user = { ...wanted.data, instansi: instansi.instansi };
  const { sandi } = await database.withContext({ lingkup: 'instansi', instansi: user.instansi }, (transaction) =>
    addUser(transaction, user, PELAKU),
  );
  terminal.say(`Pengguna ${user.namaPengguna} (${role}, ${instansi.nama}) ditambahkan.`);
  return tell(terminal, sandi, 'tujuh hari');
}

async function recover(args: Arguments, terminal: Terminal, database: Database): Promise<CommandOutcome> {
  const nama = args.need('nama-pengguna');
  const owner = await database.withContext({ lingkup: 'acuan' }, (transaction) => findOwner(transaction, nama));
  if (!owner) throw new RefusedFile(problem('PENGGUNA_TIDAK_ADA', { nama }));
  const { sandi } = await database.withContext({ lingkup: 'instansi', instansi: owner.instansi }, (transaction) =>
    giveFirstPassword(transaction, PELAKU, owner, args.has('hapus-faktor-kedua')),
  );
  terminal.say(`Pengguna ${nama} dipulihkan; semua sesinya diakhiri.`);
  return tell(terminal, sandi, 'satu hari');
}

function tell(terminal: Terminal, sandi: string, lama: string): CommandOutcome {
  terminal.say(`Kata sandi pertama, berlaku ${lama} dan harus diganti saat masuk (hanya ditampilkan sekali ini):`);
  terminal.print(`${sandi}\n`);
  return { status: 0 };
}

function wrong(opsi: string, args: Arguments, sebab: string): CommandOutcome {
  return { salah: problem('OPSI_SALAH', { nilai: args.text(opsi) ?? '', opsi, sebab }) };
}
