import { data } from "@remix-run/node";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";

const LOOKED = "looked";

/** In seconds, before each look: soon at first, and no more once whoever still waits should not have to. */
const LOOKS = [3, 5, 10, 20, 30, 60] as const;

/**
 * The page of what is on its way looks again by itself, so that nobody has to ask how it stands. It has no form and no more
 * than a few lines, so that nobody loses their place; after the last look the link on it is what looks again.
 */
export function lookingAgain(request: Request, view: StoppingPageView) {
  const { pathname, searchParams } = new URL(request.url);
  const looked = Number(searchParams.get(LOOKED));
  const seconds = view.is === "under-way" ? LOOKS[looked] : undefined;
  if (seconds === undefined) return data(view);
  searchParams.set(LOOKED, String(looked + 1));
  return data(view, { headers: { Refresh: `${seconds}; url=${pathname}?${searchParams}` } });
}

export { asTheLoaderSaid } from "~/web/look-again.server";
