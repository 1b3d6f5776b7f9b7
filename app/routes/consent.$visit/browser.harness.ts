import { newTrace, withTrace } from "~/web/correlation.server";
import { Unsent } from "~/web/unsent";
import * as entry from "../consent._index/route";
import * as outcome from "../consent.$visit_.outcome/route";
import * as page from "./route";

export const ORIGIN = "http://assent.localhost:4100";

export interface Seen {
  readonly status: number;
  readonly location?: string | undefined;
  readonly is?: string | undefined;
  readonly seen?: string;
  readonly goTo?: string;
  readonly cookie?: string | undefined;
}

/** What a browser adds to a form of our own pages. */
const FROM_US: Record<string, string> = { origin: ORIGIN, "sec-fetch-site": "same-origin" };

type Route = (args: never) => Promise<unknown>;

/** One browser: keeps its cookies and goes where it is told to. */
export function browser(handOff: () => URLSearchParams) {
  let cookies = "";
  const ask = async (route: Route, path: string, form?: Record<string, string>, more = FROM_US): Promise<Seen> => {
    const request = new Request(`${ORIGIN}${path}`, {
      headers: { cookie: cookies, ...(form && more) },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    const visit = /consent\/([\w-]{22})/.exec(path)?.[1];
    const given = await withTrace(newTrace(), () =>
      route({ request, params: visit ? { visit } : {}, context: {} } as never),
    );
    const cookie = given instanceof Response ? given.headers.get("set-cookie")?.split(";")[0] : undefined;
    if (cookie) cookies = cookie;
    return read(given);
  };
  return {
    open: () => ask(entry.loader as Route, `/consent?${handOff()}`),
    page: (path: string) => ask(page.loader as Route, path),
    send: (path: string, form: Record<string, string>, headers = FROM_US) =>
      ask(page.action as Route, path, form, headers),
    outcome: (path: string) => ask(outcome.loader as Route, `${path}/outcome`),
  };
}

function read(given: unknown): Seen {
  if (given instanceof Response) return { status: given.status, location: given.headers.get("location") ?? undefined };
  const { data: sent, init } = given as { data: Record<string, unknown> | Unsent<unknown>; init: { status: number } };
  const data = (sent instanceof Unsent ? sent.value : sent) as Record<string, unknown>;
  // Of the page that this route always is, or of one that it became.
  const page = data["page"] as { stop?: { is: string } } | undefined;
  const stop = (data["stop"] ?? page?.stop) as { is: string } | undefined;
  return { ...data, status: init.status, is: stop?.is ?? "question" } as Seen;
}

/** A customer in front of the question. */
export async function atTheQuestion(handOff: () => URLSearchParams) {
  const customer = browser(handOff);
  const { location: path = "" } = await customer.open();
  const { seen = "" } = await customer.page(path);
  return {
    ...customer,
    path,
    seen,
    allow: () => customer.send(path, { choice: "allow", account: "acc-1", seen }),
    refuse: () => customer.send(path, { choice: "refuse", seen }),
    report: () => customer.send(path, { choice: "refuse:not-me", seen }),
    longer: () => customer.send(path, { show: "longer", account: "acc-1", seen, find: "" }),
  };
}
