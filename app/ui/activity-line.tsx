/** Units of the drawing: a week is a bar and the gap behind it. */
const BAR = 6;
const STEP = 8;
const HEIGHT = 24;
/** One read must be seen beside a thousand, and none must look like none. */
const LEAST = 4;
const NONE = 1;

/**
 * How often an app read in each of the last weeks, oldest first, as a drawing without script: bars of the colour of the
 * text, which also holds in forced colours and on paper.
 *
 * @param label the same in words.
 */
export function ActivityLine({ weeks, label }: { weeks: readonly number[]; label: string }) {
  const width = weeks.length * STEP - (STEP - BAR);
  const most = Math.max(...weeks, 1);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      fill="currentColor"
      className="shrink-0 rtl:-scale-x-100"
    >
      {weeks.map((reads, week) => {
        const height = reads === 0 ? NONE : LEAST + Math.round((reads / most) * (HEIGHT - LEAST));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server; a week has no other name
          <rect key={week} x={week * STEP} y={HEIGHT - height} width={BAR} height={height} />
        );
      })}
    </svg>
  );
}
