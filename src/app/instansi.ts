import { nearestWord } from '#kernel/nearest-word.ts';
import { INSTANSI_JATENG } from '#reference';

const shortName = (nama: string): string => nama.replace('Pemerintah ', '');

/** "6410 Kab. Kudus", one line a government. */
export function listInstansiCodes(): string {
  return INSTANSI_JATENG.map(({ kode, nama }) => `  ${kode}  ${shortName(nama)}`).join('\n');
}

/** Why a text is not the code of a government, with the code of the one that was meant; undefined where it is one. */
export function findInstansiFault(text: string): string | undefined {
  if (INSTANSI_JATENG.some(({ kode }) => kode === text)) return undefined;
  const list = 'daftar kodenya: npm run -s portal -- bantuan instansi';
  if (/^\d{4}$/.test(text)) return `tidak ada instansi berkode ${text} di Jawa Tengah; ${list}`;
  const named = findByName(text);
  const hint = named.map(({ kode, nama }) => `${kode} untuk ${shortName(nama)}`).join(', ');
  return `instansi ditulis dengan kode empat angka${hint === '' ? '' : `, misalnya ${hint}`}; ${list}`;
}

/** The governments of a name, whatever stands before it: "kudus", "Kab. Kudus"; of some names there are a kabupaten and a kota. */
function findByName(text: string) {
  const bare = (name: string): string =>
    name.toLowerCase().replace(/^(?:pemerintah|pemkab|pemkot|kabupaten|kab\.?|kota|provinsi|prov\.?)\s*/, '');
  const ownNames = INSTANSI_JATENG.map(({ nama }) => bare(shortName(nama)));
  const meant = nearestWord(bare(text.trim()), ownNames);
  return meant === undefined ? [] : INSTANSI_JATENG.filter((_, index) => ownNames[index] === meant);
}
