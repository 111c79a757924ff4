/**
 * Where in a JSON text that people edit something stands, and what a person wrote that JSON does not allow. `JSON.parse` names
 * neither in a form that can be shown.
 */

/** Both from 1; `huruf` counts UTF-16 units within the line. */
export interface TextPlace {
  readonly baris: number;
  readonly huruf: number;
}

/** The first fault of a text: where, what is wrong, and what to do. */
export interface JsonFault extends TextPlace {
  readonly sebab: string;
  readonly obat: string;
}

/** Text and its places are walked no deeper. */
const DEEPEST = 100;

/** The first fault of the text, a key that stands twice in one object included; undefined for sound JSON. */
export function findJsonFault(text: string): JsonFault | undefined {
  try {
    walkJson(text, () => undefined);
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...placeAt(text, error.offset), sebab: error.sebab, obat: error.obat };
  }
}

/**
 * Where the member or element of a path stands in sound JSON; the nearest of its holders where it is not there itself. With
 * `atKey` the place of the key instead of its value.
 */
export function placeInJson(text: string, path: readonly PropertyKey[], atKey = false): TextPlace {
  let best = { depth: -1, offset: 0 };
  walkJson(text, (at, offset, isKey) => {
    const isNearer = at.length > best.depth || (at.length === best.depth && !isKey);
    if ((isKey && !atKey) || (atKey && !isKey && at.length === path.length) || !isNearer) return;
    if (at.every((step, index) => String(step) === String(path[index]))) best = { depth: at.length, offset };
  });
  return placeAt(text, best.offset);
}

function placeAt(text: string, offset: number): TextPlace {
  let baris = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    baris++;
    start = at + 1;
  }
  return { baris, huruf: offset - start + 1 };
}

class Fault extends Error {
  readonly offset: number;
  readonly sebab: string;
  readonly obat: string;

  constructor(offset: number, sebab: string, obat: string) {
    super(sebab);
    this.offset = offset;
    this.sebab = sebab;
    this.obat = obat;
  }
}

type Visit = (path: readonly (string | number)[], offset: number, isKey: boolean) => void;

const BLANKS = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_.+-])/uy;
const WORD = /(?:true|false|null)(?![\p{L}\p{N}_.+-])/uy;
const BARE = /[\p{L}\p{N}_.+-]+/uy;
const STRING = /"(?:[^"\\\p{Cc}]+|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;

/** Goes through the text once and tells every key and every value; throws Fault at the first thing that is no JSON. */
function walkJson(text: string, visit: Visit): void {
  const path: (string | number)[] = [];
  let at = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const skip = (): void => {
    match(BLANKS);
    if (text.startsWith('//', at) || text.startsWith('/*', at) || text[at] === '#') {
      throw new Fault(at, 'ada komentar, yang tidak dikenal di JSON', 'Hapus komentar itu');
    }
  };

  const value = (): void => {
    skip();
    visit(path, at, false);
    if (text[at] === '{') members();
    else if (text[at] === '[') elements();
    else if (text[at] === '"') string();
    else if (match(NUMBER) === undefined && match(WORD) === undefined) throw noValue(text, at);
  };
  const string = (): string => {
    const from = at;
    const found = match(STRING);
    if (found !== undefined) return JSON.parse(found) as string;
    const lineEnd = text.indexOf('\n', from);
    const line = text.slice(from, lineEnd < 0 ? undefined : lineEnd);
    const escape = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(line.replace(/\\\\/g, '__'));
    if (escape) {
      const obat = 'Tulis garis miring terbalik dua kali (\\\\), atau pakai garis miring biasa (/)';
      throw new Fault(from + escape.index, 'garis miring terbalik (\\) di dalam teks ditulis sekali', obat);
    }
    const obat = 'Tambahkan tanda kutip (") di akhir teks itu, dalam baris yang sama';
    throw new Fault(from, 'teks yang dimulai di sini tidak ditutup tanda kutip', obat);
  };
  const members = (): void => {
    const open = enter();
    const names = new Set<string>();
    for (let isFirst = true; ; isFirst = false) {
      skip();
      if (text[at] === '}' && isFirst) break;
      const from = at;
      if (text[at] !== '"') throw noKey(text, at, open, isFirst);
      const name = string();
      path.push(name);
      visit(path, from, true);
      if (names.has(name)) throw new Fault(from, `kunci "${name}" ditulis dua kali`, 'Hapus salah satunya');
      names.add(name);
      skip();
      if (text[at] !== ':') {
        throw new Fault(at, `sesudah kunci "${name}" tidak ada titik dua`, `Tulis "${name}": lalu isinya`);
      }
      at++;
      value();
      path.pop();
      if (endsWith('}', open)) break;
    }
    at++;
    depth--;
  };
  const elements = (): void => {
    const open = enter();
    for (let index = 0; ; index++) {
      skip();
      if (text[at] === ']' && index === 0) break;
      path.push(index);
      value();
      path.pop();
      if (endsWith(']', open)) break;
    }
    at++;
    depth--;
  };
  let depth = 0;
  const enter = (): number => {
    if (++depth > DEEPEST) throw new Fault(at, 'isinya bersarang terlalu dalam', 'Kembalikan susunan semula');
    return at++;
  };
  /** After a value: at the closing sign, or past a comma that something follows. */
  const endsWith = (closing: '}' | ']', open: number): boolean => {
    const end = at;
    skip();
    if (text[at] === closing) return true;
    if (text[at] === undefined) throw unclosed(text, open);
    if (text[at] !== ',') throw noComma(text, at, end, closing);
    const comma = at++;
    skip();
    if (text[at] === ']' || text[at] === '}') {
      throw new Fault(comma, 'ada koma sesudah butir terakhir', 'Hapus koma itu');
    }
    return false;
  };

  skip();
  if (text[at] !== '{' && text[at] !== '[') {
    throw new Fault(at, 'isi berkas ini bukan JSON', 'Sebutkan berkas lain');
  }
  value();
  skip();
  if (at < text.length) throw new Fault(at, 'masih ada isi sesudah kurung penutup terakhir', 'Hapus isi itu');
}

const QUOTES = /['‘’‚“”„«»`]/u;

function noValue(text: string, at: number): Fault {
  const sign = text[at];
  if (sign === undefined) return new Fault(at, 'berkas berakhir di sini, sebelum isinya lengkap', 'Lengkapi');
  if (QUOTES.test(sign)) return wrongQuote(at, sign);
  if (sign === ',' || sign === ']' || sign === '}') {
    return new Fault(at, 'isinya belum ditulis', 'Tulis isinya, misalnya null bila kosong');
  }
  BARE.lastIndex = at;
  const bare = BARE.exec(text)?.[0] ?? sign;
  if (/^[\d.+-]/.test(bare)) {
    const obat = 'Tulis seperti 12 atau 0.95, atau apit dengan tanda kutip (")';
    return new Fault(at, `"${bare}" bukan angka yang sah`, obat);
  }
  if (/^(?:true|false|null|none|nil)/i.test(bare)) {
    return new Fault(at, `kata ${bare} tidak dikenal`, 'Tulis true, false, atau null dengan huruf kecil');
  }
  return new Fault(at, `"${bare}" tidak diapit tanda kutip`, `Tulis "${bare}" lengkap dengan tanda kutipnya`);
}

const wrongQuote = (at: number, sign: string): Fault =>
  new Fault(at, `teks diapit tanda ${sign}`, 'Ganti dengan tanda kutip lurus ("); sunting dengan Notepad, bukan Word');

function noKey(text: string, at: number, open: number, isFirst: boolean): Fault {
  const sign = text[at];
  if (sign === undefined) return unclosed(text, open);
  if (QUOTES.test(sign)) return wrongQuote(at, sign);
  if (/\d/.test(sign) && !isFirst) {
    return new Fault(at, 'angka pecahan ditulis dengan koma', 'Pakai titik, misalnya 0.95');
  }
  BARE.lastIndex = at;
  const bare = BARE.exec(text)?.[0];
  if (bare === undefined) return new Fault(at, `ada "${sign}" padahal seharusnya nama kunci`, 'Hapus tanda itu');
  return new Fault(at, `kunci ${bare} tidak diapit tanda kutip`, `Tulis "${bare}" lengkap dengan tanda kutipnya`);
}

function noComma(text: string, at: number, end: number, closing: '}' | ']'): Fault {
  const sign = text[at] ?? '';
  if (/["{[\d\p{L}-]/u.test(sign)) {
    const isSameLine = !text.slice(end, at).includes('\n');
    const also = isSameLine ? '; tanda kutip di dalam teks ditulis \\"' : '';
    return new Fault(end, 'tidak ada koma di antara dua butir', `Tambahkan koma di sini${also}`);
  }
  return new Fault(at, `ada "${sign}" padahal seharusnya koma atau "${closing}"`, 'Betulkan tanda itu');
}

const unclosed = (text: string, open: number): Fault => {
  const closing = text[open] === '{' ? '}' : ']';
  const sebab = `kurung "${text[open] ?? ''}" yang dibuka di sini tidak ditutup sampai akhir berkas`;
  return new Fault(open, sebab, `Tambahkan "${closing}" pada tempatnya, atau kembalikan bagian yang terpotong`);
};
