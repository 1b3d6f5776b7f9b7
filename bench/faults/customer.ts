import { type Answer, type Browser, createBrowser } from "../../sandbox/authorization-server/testing/browser.ts";
import type { Topology } from "../../sandbox/topology.ts";
import type { HandOff } from "./hand-off.ts";

export type Choice = "allow" | "refuse";
export type Outcome = "allowed" | "refused";

/** One page of ours, as far as the ledger of the client needs it. */
export interface Told {
  readonly status: number;
  /** Which page without a question; undefined for the question itself, and for what is no page of ours. */
  readonly stop: string | undefined;
  /** What it says for certain. A page that says "not gone through yet" confirms nothing but that it is kept. */
  readonly confirmed: Outcome | undefined;
  readonly kept: Outcome | undefined;
}

/** A browser in front of one request, and all that it was told. */
export interface Customer {
  readonly consentId: string;
  readonly browser: Browser;
  readonly answered: readonly Choice[];
  readonly told: readonly Told[];
  /** Where the question is, and what its form sends beside the answer. */
  readonly page: URL;
  readonly fields: Readonly<Record<string, string>>;
  /** Presses a button of the form that was shown. Undefined when no answer came: the browser shows its own error. */
  answer(choice: Choice): Promise<Told | undefined>;
  /** Reloads the page of the outcome. */
  lookAgain(): Promise<Told | undefined>;
}

/**
 * Brings a hand-off to the app and opens the question.
 *
 * @throws Error when the question does not come
 */
export async function arrive({ appOrigin }: Topology, { consentId, path }: HandOff): Promise<Customer> {
  const browser = createBrowser();
  const opened = await browser.open(appOrigin + path);
  if (!opened.location) throw new Error(`the hand-off was answered with ${opened.status}`);
  const page = opened.location;
  const { status, text } = await browser.open(page);
  const seen = /name="seen" value="([^"]+)"/.exec(text)?.[1];
  const account = /name="account"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="account"/.exec(text);
  if (status !== 200 || !seen || !account) throw new Error(`the question was answered with ${status}`);
  const fields = { seen, account: account[1] ?? account[2] ?? "" };
  const answered: Choice[] = [];
  const told: Told[] = [];

  const walk = async (first: () => Promise<Answer>): Promise<Told | undefined> => {
    try {
      let answer = await first();
      for (let hops = 0; answer.location?.origin === appOrigin && hops < 3; hops++) {
        answer = await browser.open(answer.location);
      }
      const page = readTold(answer);
      told.push(page);
      return page;
    } catch {
      return undefined;
    }
  };
  return {
    consentId,
    browser,
    answered,
    told,
    page,
    fields,
    answer(choice) {
      answered.push(choice);
      return walk(() => browser.submit(page, { ...fields, choice }));
    },
    lookAgain: () => walk(() => browser.open(`${page.href}/outcome`)),
  };
}

/** What a page says. Answers that are no page of ours, such as a bare 500, say nothing. */
export function readTold({ status, text }: Pick<Answer, "status" | "text">): Told {
  const stop = /data-stop="([\w-]+)"/.exec(text)?.[1];
  const said = /You allowed|You have already said yes|You said yes/.test(text)
    ? "allowed"
    : /You did not allow|You have already said no|You said no/.test(text)
      ? "refused"
      : undefined;
  const certain = stop === "leaving" || stop === "already-decided";
  return {
    status,
    stop,
    confirmed: certain ? said : undefined,
    kept: certain || stop === "recording" ? said : undefined,
  };
}
