import { renderToStaticMarkup } from "react-dom/server";
import { DRAWINGS } from "./drawings";

/**
 * The drawings as masks, for the front of the stylesheet, which is kept and compressed where a page is neither: the
 * dozen on a consent page would be a fifth of it.
 */
export const iconCss = (): string => `@layer tokens{${Object.keys(DRAWINGS).map(rule).join("")}}\n`;

function rule(name: string): string {
  const Drawing = DRAWINGS[name as keyof typeof DRAWINGS];
  const markup = renderToStaticMarkup(<Drawing strokeWidth={1.75} />).replace(/ (?:class|aria-hidden)="[^"]*"/g, "");
  return `.icon-${name}{--drawing:url("data:image/svg+xml,${inUrl(markup)}")}`;
}

/** What a data address may not hold as it is, and no more, so that it can be compressed. */
const inUrl = (svg: string) => svg.replace(/"/g, "'").replace(/[<>#%]/g, encodeURIComponent);
