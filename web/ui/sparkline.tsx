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
  /** What the line says, for those who cannot see it. */
  readonly says: string;
}

export function Sparkline({ values, width = 56, height = 16, from, to, says }: SparklineProps) {
  if (values.length < 2) return <span className="dim">belum ada</span>;
  const points = sparkPoints(values, {
    width,
    height,
    from: from ?? Math.min(...values),
    to: to ?? Math.max(...values),
  });
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
