const WIDTH = 320;
const HEIGHT = 56;
/** So that the stroke is whole at its highest and lowest. */
const EDGE = 4;

/**
 * How often something happened in each week, oldest first, as a line: drawn on the server, in the colour of the text, with a
 * point at its end. The figures themselves stand beside it, and are its label.
 */
export function WeekLine({ weeks, label }: { weeks: readonly number[]; label: string }) {
  const most = Math.max(1, ...weeks);
  const place = (count: number, week: number) => [
    EDGE + (week / Math.max(1, weeks.length - 1)) * (WIDTH - 2 * EDGE),
    HEIGHT - EDGE - (count / most) * (HEIGHT - 2 * EDGE),
  ];
  const points = weeks.map((count, week) =>
    place(count, week)
      .map((at) => at.toFixed(1))
      .join(","),
  );
  const [x = 0, y = 0] = place(weeks.at(-1) ?? 0, weeks.length - 1);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="week-line">
      <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} className="ground" />
      <polyline points={points.join(" ")} />
      <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r="3.5" />
    </svg>
  );
}
