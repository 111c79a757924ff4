export { cellText, rawCell, textOf } from './cell-text.ts';
export { CsvBytes } from './csv/csv-bytes.ts';
export { type CsvOptions, type CsvValue, CsvWriter, formatCsvRow } from './csv/csv-writer.ts';
export { isAddress, parseAddress, passwordVariable, type Address } from './live/address.ts';
export { hasPassword, rememberPassword } from './live/passwords.ts';
export { closeSource, openSource } from './open-source.ts';
export { readTable } from './read-table.ts';
export type { Container, RowBlock, RowProblem, Source, SourceTable } from './types.ts';
export { type XlsxCell, XlsxWriter, type XlsxWriterOptions } from './xlsx/xlsx-writer.ts';
