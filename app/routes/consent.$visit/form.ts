import { z } from "zod";
import { type RefusalReason, TOLD_REASONS } from "~/domain/consent/decision";
import { PROFILES } from "~/domain/consent/draft";
import { CLUSTERS } from "~/domain/permissions/clusters";
import type { Answer } from "~/use-cases/decide-consent";

/** What the page is asked to show otherwise; the answer is still to come. */
export interface LookAround {
  readonly show: Show;
  /** The page on which it was asked, by its hash. */
  readonly seen: string;
  readonly accountIds: readonly string[];
  readonly find: string;
}

/** As the buttons of the page write it: "example:transactions". */
export type Show = z.output<typeof show>;

const accountIds = z.array(z.string().max(128)).max(1_000);

/** A page that stopped has a "don't allow" too, and nothing to have been seen on it. */
const seen = z.string().max(128);

const REFUSALS: readonly RefusalReason[] = ["customer-declined", ...TOLD_REASONS, "not-me"];

/** Somebody else is to log in and answer. */
export interface PassingOn {
  readonly choice: "log-in-again";
}

/** As the buttons of the page write it: "allow", "refuse", "refuse:changed-mind", "log-in-again". */
const answer = z.preprocess(
  ({ choice, ...sent }: { choice: unknown }) => {
    const [, what, reason = "customer-declined"] = /^(allow|refuse)(?::(.{1,32}))?$/.exec(String(choice)) ?? [];
    return what === "refuse" ? { ...sent, choice: what, reason } : { ...sent, choice };
  },
  z.discriminatedUnion("choice", [
    z.object({ choice: z.literal("allow"), accountIds, seen }),
    z.object({ choice: z.literal("refuse"), reason: z.enum(REFUSALS), seen }),
    z.object({ choice: z.literal("log-in-again") }),
  ]),
) satisfies z.ZodType<Answer | PassingOn>;

const show = z.preprocess(
  (written) => {
    const [, what, value] = /^([a-z]+):?(.{0,64})$/.exec(String(written)) ?? [];
    return { what, value };
  },
  z.discriminatedUnion("what", [
    /** The accounts that match what is looked for; all of them again. */
    z.object({ what: z.literal("find") }),
    z.object({ what: z.literal("clear") }),
    /** So many parts of a long list. */
    z.object({ what: z.literal("more"), value: z.coerce.number().int().min(1).max(100) }),
    /** Ticks the accounts that were shown, by their name; unticks all. */
    z.object({ what: z.literal("all"), value: z.string() }),
    z.object({ what: z.literal("none") }),
    z.object({ what: z.literal("language"), value: z.string() }),
    z.object({ what: z.literal("profile"), value: z.enum(PROFILES) }),
    /** An example of one's own data; without a cluster, none any more. */
    z.object({ what: z.literal("example"), value: z.enum(["", ...CLUSTERS]) }),
    /** More time to answer in. */
    z.object({ what: z.literal("longer") }),
    /** The question, after a page that stood before it (P-16). */
    z.object({ what: z.literal("question") }),
  ]),
);

const lookAround = z.object({ show, seen, accountIds, find: z.string().max(200) }) satisfies z.ZodType<LookAround>;

/** Undefined when it is not a form that this page could have sent. */
export function readForm(form: FormData): Answer | PassingOn | LookAround | undefined {
  const sent = { accountIds: form.getAll("account"), seen: form.get("seen") ?? "", find: form.get("find") ?? "" };
  const asked = form.get("show");
  return asked === null
    ? answer.safeParse({ ...sent, choice: form.get("choice") }).data
    : lookAround.safeParse({ ...sent, show: asked }).data;
}
