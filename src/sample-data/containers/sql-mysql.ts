import { join } from 'node:path';
import type { Cell, DeliveryOptions, DeliveryWriter, TableSpec, TableWriter } from './delivery.ts';
import { FileSink } from './file-sink.ts';
import { createSpool, gzipFile } from './spool.ts';

/** Tools leave their own marks: mysqldump, phpMyAdmin in Indonesian, SQLyog with lower case and two blanks. */
export type DumpTool = 'mysqldump' | 'phpmyadmin' | 'sqlyog';

export interface MysqlOptions extends DeliveryOptions {
  readonly tool: DumpTool;
  readonly engine: 'MyISAM' | 'InnoDB';
  readonly gzip: boolean;
  /** Whether "none" is NULL; else every column is NOT NULL and none is '', 0 or 0000-00-00. */
  readonly nullable: boolean;
}

export function mysqlDelivery(options: MysqlOptions): DeliveryWriter {
  const file = `${options.name}.sql`;
  const path = join(options.folder, file);
  const sink = new FileSink(path, options.encoding);
  const spool = createSpool(options.encoding);
  const closers: (() => void)[] = [];
  const charset = options.encoding === 'latin1' ? 'latin1' : 'utf8';
  sink.write(headerOf(options.tool, charset));
  return {
    file: options.gzip ? `${file}.gz` : file,
    table: (spec: TableSpec): TableWriter => {
      const part = spool.part();
      part.write(createTable(spec, options, charset));
      const writer = insertWriter(part, spec, options);
      closers.push(writer.end);
      return writer;
    },
    close: async () => {
      for (const close of closers) close();
      spool.drainInto(sink);
      sink.close();
      if (options.gzip) await gzipFile(path);
    },
  };
}

function headerOf(tool: DumpTool, charset: string): string {
  if (tool === 'sqlyog')
    return `/*\nSQLyog Ultimate - MySQL\n*/\n\n/*!40101 SET NAMES ${charset} */;\n\n/*!40101 SET SQL_MODE=''*/;\n\n`;
  if (tool === 'phpmyadmin') {
    return `-- phpMyAdmin SQL Dump\n-- https://www.phpmyadmin.net/\n\nSET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";\nSET time_zone = "+07:00";\n\n/*!40101 SET NAMES ${charset} */;\n\n`;
  }
  return `-- MySQL dump 10.13\n-- ------------------------------------------------------\n/*!40101 SET NAMES ${charset} */;\n/*!40014 SET FOREIGN_KEY_CHECKS=0 */;\n/*!40101 SET SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;\n\n`;
}

function createTable({ name, columns }: TableSpec, { tool, engine, nullable }: MysqlOptions, charset: string): string {
  const title =
    tool === 'phpmyadmin'
      ? `--\n-- Struktur dari tabel \`${name}\`\n--\n\n`
      : tool === 'sqlyog'
        ? `/*Table structure for table \`${name}\` */\n\nDROP TABLE IF EXISTS \`${name}\`;\n\n`
        : `DROP TABLE IF EXISTS \`${name}\`;\n`;
  const fields = columns.map(
    (column) => `  \`${column.name}\` ${column.type} ${nullable ? 'DEFAULT NULL' : 'NOT NULL'}`,
  );
  return `${title}CREATE TABLE \`${name}\` (\n${fields.join(',\n')}\n) ENGINE=${engine} DEFAULT CHARSET=${charset};\n\n`;
}

function insertWriter(
  sink: FileSink,
  spec: TableSpec,
  { tool, rowsPerInsert, nullable }: MysqlOptions,
): TableWriter & { readonly end: () => void } {
  const columns = spec.columns.map(({ name }) => `\`${name}\``);
  const bare = spec.columns.map(({ type }) => /^(tiny|small|big)?int|^double|^float|^decimal/i.test(type));
  const insert =
    tool === 'mysqldump'
      ? `INSERT INTO \`${spec.name}\` VALUES `
      : tool === 'sqlyog'
        ? `insert  into \`${spec.name}\`(${columns.join(',')}) values `
        : `INSERT INTO \`${spec.name}\` (${columns.join(', ')}) VALUES\n`;
  const gap = tool === 'phpmyadmin' ? ',\n' : ',';
  let open = 0;
  return {
    row: (cells: readonly Cell[]) => {
      let text = open === 0 ? insert : gap;
      text += '(';
      for (let i = 0; i < cells.length; i++) {
        if (i > 0) text += tool === 'phpmyadmin' ? ', ' : ',';
        const cell = cells[i] ?? null;
        text += cell === null && !nullable ? (bare[i] === true ? '0' : "''") : literal(cell, bare[i] === true);
      }
      text += ')';
      open++;
      if (open >= rowsPerInsert) {
        text += ';\n';
        open = 0;
      }
      sink.write(text);
    },
    end: () => sink.write(open > 0 ? ';\n\n' : '\n'),
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
  '\x1a': '\\Z',
};

function literal(cell: Cell, bare: boolean): string {
  if (cell === null) return 'NULL';
  if (bare && /^-?\d{1,17}(\.\d+)?$/.test(cell)) return cell;
  // oxlint-disable-next-line no-control-regex
  return `'${cell.replace(/[\\'"\n\r\0\x1a]/g, (character) => ESCAPES[character] ?? character)}'`;
}
