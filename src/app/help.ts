import { type Command, EXIT_STATUS, type Form, type Option } from './command.ts';

/** Help made of the definitions that the parser reads: nothing is written down twice. */

const ENTRY = 'npm run -s portal --';
const WIDTH = 100;

/** What `bantuan` shows: every command with its forms, and where more is told. */
export function formatHelp(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ nama, guna, bentuk }) => [
    '',
    `${nama}: ${guna}`,
    ...bentuk.flatMap((form) => formatUsage(nama, form, opsiOf(commands, nama))),
  ]);
  return [
    `Pemakaian: ${ENTRY} <perintah> [opsi]`,
    `Semua opsi sebuah perintah beserta contohnya: ${ENTRY} <perintah> --help`,
    `Kode 36 instansi: ${ENTRY} bantuan instansi`,
    ...lines,
    '',
    ...formatStatus(),
    '',
    'Panduan lengkap: docs/operator/baris-perintah.md',
  ].join('\n');
}

const opsiOf = (commands: readonly Command[], nama: string): Command['opsi'] =>
  commands.find((command) => command.nama === nama)?.opsi ?? {};

/** What `<perintah> --help` shows; with one of its words only that form. */
export function formatCommandHelp({ nama, guna, bentuk, opsi }: Command, kerja?: string): string {
  const chosen = bentuk.filter((form) => form.kerja === kerja);
  const forms = chosen.length > 0 ? chosen : bentuk;
  const shown = Object.entries(opsi).filter(([name]) => forms.some((form) => takes(form, name)));
  const lines = forms.flatMap((form) => [
    '',
    ...(form.kerja === undefined ? [] : [`${nama} ${form.kerja}: ${form.guna}`]),
    ...formatUsage(nama, form, opsi),
    // in one line, so that it can be copied
    `  Contoh: ${ENTRY} ${nama} ${form.contoh}`,
  ]);
  return [`${nama}: ${guna}`, ...lines, '', 'Opsi:', ...formatOptions(shown, forms), '', ...formatStatus()].join('\n');
}

/** The right form in short, after a mistake. */
export function formatReminder(command: Command, kerja: string | undefined): string {
  const { nama, bentuk, opsi } = command;
  const form = bentuk.find((each) => each.kerja === kerja) ?? (bentuk.length === 1 ? bentuk[0] : undefined);
  const usage = form ? ['Bentuk yang benar:', ...formatUsage(nama, form, opsi)] : [];
  return [...usage, `Selengkapnya: ${ENTRY} ${nama} --help`].join('\n');
}

const takes = ({ wajib, boleh }: Form, name: string): boolean => wajib.includes(name) || boleh.includes(name);

function formatUsage(nama: string, { kerja, kata = [], wajib, boleh }: Form, opsi: Command['opsi']): string[] {
  const own = (name: string): string => `--${name}${opsi[name]?.isi ? ` ${opsi[name].isi}` : ''}`;
  const parts = [nama, ...(kerja === undefined ? [] : [kerja]), ...kata, ...wajib.map(own)];
  return wrap([...parts, ...boleh.map((name) => `[${own(name)}]`)], 2, 6);
}

function formatOptions(options: readonly (readonly [string, Option])[], forms: readonly Form[]): string[] {
  const heads = options.map(([name, { isi }]) => `--${name} ${isi}`.trimEnd());
  const column = Math.min(34, Math.max(...heads.map((head) => head.length)) + 4);
  return options.flatMap(([name, { guna }], index) => {
    const isNeeded = forms.every((form) => form.wajib.includes(name));
    const head = `  ${heads[index] ?? ''}`;
    const lines = wrap(`${guna}${isNeeded ? ' (wajib)' : ''}`, column, column);
    if (head.length + 2 > column) return [head, ...lines];
    return [`${head.padEnd(column)}${(lines[0] ?? '').trimStart()}`, ...lines.slice(1)];
  });
}

const formatStatus = (): string[] => [
  'Status keluar:',
  ...EXIT_STATUS.map(([status, meaning]) => `  ${String(status).padStart(3)}  ${meaning}`),
];

/** Breaks between the parts; a part, such as an option with its value, stays whole. */
function wrap(text: string | readonly string[], first: number, others: number): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(first);
  for (const part of typeof text === 'string' ? text.split(' ') : text) {
    const isEmpty = line.trim() === '';
    if (!isEmpty && line.length + 1 + part.length > WIDTH) {
      lines.push(line);
      line = `${' '.repeat(others)}${part}`;
    } else line += isEmpty ? part : ` ${part}`;
  }
  return [...lines, line];
}
