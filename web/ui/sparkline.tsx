/** Points of a line in a box; a common scale keeps the lines of one column comparable. */
export function sparkPoints(
  values: readonly number[],
  { width, height, from, to }: { width: number; height: number; from: number; to: number },
): readonly (readonly [number, number])[] {
  const span = to - from || 1;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const round = (value: number): number => Math.round(value * 10) / 10;
  return values.map((value, at) => [round(at * step), round(height - 2 - ((value - from) / span) * (height - 4))]);
}

interface SparklineProps {
  readonly values: readonly number[];
  readonly width?: number;
  readonly height?: number;
  readonly from?: number;
  readonly to?: number;
  /** Least difference that fills the height: what hardly moved is to look so. */
  readonly leastSpan?: number;
  /** What the line says, for those who cannot see it. */
  readonly says: string;
}

export function Sparkline({ values, width = 56, height = 16, from, to, leastSpan = 0, says }: SparklineProps) {
  if (values.length < 2) return <span className="dim">belum ada</span>;
  const [low, high] = [from ?? Math.min(...values), to ?? Math.max(...values)];
  const spare = Math.max(0, leastSpan - (high - low)) / 2;
  const points = sparkPoints(values, { width, height, from: low - spare, to: high + spare });
  const [endX, endY] = points.at(-1) ?? [0, 0];
  return (
    <svg
      className="spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={says}
    >
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      <circle cx={endX} cy={endY} r="2.2" />
    </svg>
  );
}
