/** Figures of several rounds, and how they are printed: the middle one, and between which two it lies. */
export interface Figure {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

export function figureOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)]!, lowest: sorted[0]!, highest: sorted.at(-1)! };
}

/** One figure for each pair of neighbours in time: what slows both down does not show in it. */
export const ratioOf = (above: readonly number[], below: readonly number[]) =>
  figureOf(above.map((value, at) => value / below[at]!));

export function printFigure({ median, lowest, highest }: Figure, digits: number): string {
  return `${median.toFixed(digits)} (${lowest.toFixed(digits)} to ${highest.toFixed(digits)})`;
}

/** "47 %". */
export const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Columns as wide as their widest cell. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("   ")
        .trimEnd(),
    );
}
