import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ActivityLine } from "./activity-line";

const draw = (weeks: readonly number[]) =>
  [...renderToStaticMarkup(<ActivityLine weeks={weeks} label="words" />).matchAll(/y="(\d+)"[^>]*height="(\d+)"/g)].map(
    ([, y, height]) => [Number(y), Number(height)],
  );

test("a bar for each week, the busiest as high as the drawing, and one read is seen beside a thousand", () => {
  expect(draw([0, 1, 500, 1000])).toEqual([
    [23, 1],
    [20, 4],
    [10, 14],
    [0, 24],
  ]);
});

test("no read at all is a line on the ground", () => {
  expect(draw([0, 0, 0])).toEqual(Array(3).fill([23, 1]));
});

test("it says the same in words, and needs no style of its own (CSP)", () => {
  const markup = renderToStaticMarkup(<ActivityLine weeks={[1, 2]} label="Read in 2 of the last 12 weeks" />);
  expect(markup).toContain('role="img" aria-label="Read in 2 of the last 12 weeks"');
  expect(markup).not.toContain("style");
});
