import { isolated } from "~/domain/shared/isolated-text";
import type { Words } from "~/i18n/words";
import { type Bank, unbroken } from "./present-frame";
import type { StopPageView, Way } from "./stop-page-view";

/** The safest next thing for whoever has reported an app, and the biggest on the page. */
export function callTo(bank: Bank, { frame }: Words): NonNullable<StopPageView["call"]> {
  const phone = unbroken(bank.phone);
  return { label: `${frame.call(isolated(bank.name))} ${isolated(phone)}`, phone };
}

/** Not by itself: whoever has just reported an app need not go there, and has a number to write down first. */
export function afterReport(next: "app" | { readonly retry: string }, app: string, { stop }: Words): Way {
  return next === "app"
    ? { by: "going-on", label: stop.backTo(app) }
    : { by: "link", label: stop.tryAgain, href: next.retry };
}
