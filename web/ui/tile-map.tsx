import './tile-map.css';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';

export interface TilePlace {
  readonly code: number;
  readonly short: string;
  /** Column 0-9 and row 0-5 from the top left. */
  readonly at: readonly [column: number, row: number];
  readonly isKota: boolean;
}

interface TileMapProps {
  /** The tiles, in the order of reading. */
  readonly children: ReactNode;
  readonly label: string;
  /** Words of the five classes, the last being the one that needs attention. */
  readonly classes: readonly string[];
  readonly caption: string;
}

/** Where: one tile a government, with its figure. The table beside it says the same in words. */
export function TileMap({ children, label, classes, caption }: TileMapProps) {
  return (
    <div className="tile-map" role="group" aria-label={label}>
      <p className="shapes" aria-hidden="true">
        <i /> kabupaten <i className="kota" /> kota
      </p>
      {children}
      <div className="key" aria-hidden="true">
        {caption}
        <ol>
          {classes.map((word, at) => (
            <li key={`class-${at}`} className={`class-${at}`}>
              {word}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

interface TileProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly place: TilePlace;
  readonly name: string;
  readonly figure: string;
  /** 0-4; undefined where there is no figure. */
  readonly level: number | undefined;
  readonly ref?: Ref<HTMLAnchorElement>;
}

function TileAnchor({ place, name, figure, level, ...anchor }: TileProps) {
  const [column, row] = place.at;
  return (
    <a
      {...anchor}
      className={`tile class-${level ?? 'none'} ${place.isKota ? 'kota' : ''}`}
      style={{ gridColumn: column + 1, gridRow: row + 1 }}
      title={`${name}: ${figure}`}
    >
      <span>{place.short}</span>
      <b>{figure}</b>
      <span className="hidden-text"> {name}</span>
    </a>
  );
}

export const Tile = createLink(TileAnchor);
