/**
 * A table as CSV for spreadsheets in Indonesian: semicolons, a byte order mark, and cells that a spreadsheet would take for a
 * formula kept as text by an apostrophe. Long numbers stay whole because they are given the same apostrophe.
 */
export function toCsv(head: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [head, ...rows].map((cells) => cells.map(cell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const kept = /^[=+\-@\t\r]/.test(text) || /^\d{12,}$/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
}

/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(address);
}
