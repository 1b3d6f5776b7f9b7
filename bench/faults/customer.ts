import { type Answer, type Browser, createBrowser } from "../../sandbox/authorization-server/testing/browser.ts";
import type { Topology } from "../../sandbox/topology.ts";
import type { HandOff } from "./hand-off.ts";
import type { Phone } from "./phone.ts";
import { until } from "./until.ts";

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
  /**
   * Presses a button of the form that was shown, and confirms it with the code from the phone where that is asked.
   * Undefined when no answer came: the browser shows its own error.
   */
  answer(choice: Choice): Promise<Told | undefined>;
  /**
   * Where a yes is confirmed with a code: goes so far that nothing but the code is left to send. It is no answer yet.
   *
   * @throws Error when no code comes within a minute and a half
   */
  prepare(): Promise<void>;
  /** Reloads the page of the outcome. */
  lookAgain(): Promise<Told | undefined>;
}

/**
 * Brings a hand-off to the app and opens the question.
 *
 * @throws Error when the question does not come
 */
export async function arrive(
  { appOrigin }: Topology,
  { consentId, path }: HandOff,
  phone: Pick<Phone, "codeFor">,
): Promise<Customer> {
  const browser = createBrowser();
  const opened = await browser.open(appOrigin + path);
  if (!opened.location) throw new Error(`the hand-off was answered with ${opened.status}`);
  const page = opened.location;
  const { status, text } = await browser.open(page);
  const seen = /name="seen" value="([^"]+)"/.exec(text)?.[1];
  const account = /name="account"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="account"/.exec(text);
  const canAllow = /name="choice" value="allow"/.test(text);
  if (status !== 200 || !seen || !canAllow) throw new Error(`the question was answered with ${status}`);
  // Where the account is named there is none to choose.
  const fields = { seen, ...(account && { account: account[1] ?? account[2] ?? "" }) };
  const answered: Choice[] = [];
  const told: Told[] = [];

  const submit = async (address: URL, form: Record<string, string>) =>
    follow(browser, appOrigin, await browser.submit(address, form));
  const confirmation = new URL(`${page.href}/confirm`);
  /** Asks for a code where the page does: the form that brings it, or the page where there is nothing more to bring. */
  const codeFor = async (asked: Answer): Promise<Answer | Record<string, string>> => {
    const bound = boundOn(asked);
    if (bound === undefined) return asked;
    const sent = await submit(confirmation, { choice: "send", bound });
    const code = phone.codeFor(sent.text);
    return code === undefined ? sent : { choice: "code", bound, code };
  };
  const confirm = async (form: Answer | Record<string, string>): Promise<Answer> =>
    isAnswer(form) ? form : submit(confirmation, form);
  const say = async (choice: Choice) => submit(page, { ...fields, choice });
  let prepared: Record<string, string> | undefined;
  const walk = async (go: () => Promise<Answer>): Promise<Told | undefined> => {
    try {
      const page = readTold(await go());
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
      if (choice === "refuse") return walk(() => say(choice));
      return walk(async () => confirm(prepared ?? (await codeFor(await say(choice)))));
    },
    async prepare() {
      // Where many come at once some are told that it takes too long, and to try again: that is what they do.
      const came = await until("a code comes", async () => {
        const form = await codeFor(await say("allow"));
        if (isAnswer(form)) return false;
        prepared = form;
        return true;
      });
      if (!came) throw new Error("no code came");
    },
    lookAgain: () => walk(async () => follow(browser, appOrigin, await browser.open(`${page.href}/outcome`))),
  };
}

async function follow(browser: Browser, appOrigin: string, first: Answer): Promise<Answer> {
  let answer = first;
  for (let hops = 0; answer.location?.origin === appOrigin && hops < 3; hops++) {
    answer = await browser.open(answer.location);
  }
  return answer;
}

const isAnswer = (given: Answer | Record<string, string>): given is Answer => "text" in given && "headers" in given;

/** What a page asks a factor for; undefined on a page that asks for none. */
const boundOn = ({ text }: Answer): string | undefined => /name="bound" value="([^"]+)"/.exec(text)?.[1];

/** What a page says. Answers that are no page of ours, such as a bare 500, say nothing. */
export function readTold({ status, text }: Pick<Answer, "status" | "text">): Told {
  const stop = /data-stop="([\w-]+)"/.exec(text)?.[1];
  const said = /You allowed|You agreed to|You have already said yes|You said yes/.test(text)
    ? "allowed"
    : /You did not (?:allow|agree)|You have already said no|You said no/.test(text)
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
