/** Fewer people than this may rise together by chance. */
export const FEWEST_RISING = 60;

/** Pearson's correlation of the two numbers of each point, -1 to 1; 0 where one of them never changes. */
export function correlation(points: readonly (readonly [number, number])[]): number {
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (const [a, b] of points) {
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  const n = points.length;
  const spread = Math.sqrt((n * xx - x * x) * (n * yy - y * y));
  return spread === 0 ? 0 : (n * xy - x * y) / spread;
}
