/** What a run's page says, taken from its HTML. */
export interface RenderedRun {
  readonly headline: string;
  /** Titles of the steps with their outcomes: `Consent created: Done`. */
  readonly steps: readonly string[];
  /** Why steps ended as they did, in the words of the page. */
  readonly problems: readonly string[];
  readonly failedChecks: readonly string[];
  readonly passedChecks: number;
  /** Rows of the results, cells joined by ` | `. */
  readonly rows: readonly string[];
  readonly text: string;
}

export function readRun(html: string): RenderedRun {
  const text = (fragment: string) =>
    fragment
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&amp;", "&");
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => text(match[1] ?? ""));
  const titles = all(/id="step-\d+-title"><span class="number">\d+<\/span>(.*?)<\/h3>/g);
  const outcomes = all(/<\/h3><span class="status \w+">(.*?)<\/span>/g);
  return {
    headline: all(/<h1[^>]*>(.*?)<\/h1>/g)[0] ?? "",
    steps: titles.map((title, index) => `${title}: ${outcomes[index]}`),
    problems: all(/<p class="error">(.*?)<\/p>/g),
    failedChecks: all(/<li class="bad"><span>(.*?): no /g),
    passedChecks: all(/<li><span>(.*?: yes) /g).length,
    rows: [...html.matchAll(/<tr>(<td>.*?)<\/tr>/g)].map((row) => text((row[1] ?? "").replaceAll("</td><td>", " | "))),
    text: text(html),
  };
}
