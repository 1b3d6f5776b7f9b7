import { isRevocation, type Notification } from "../events/notification.ts";
import { kindOf } from "../order/kinds/index.ts";
import type { Run, RunPhase } from "../runs/run.ts";

export interface RunSummary {
  readonly word: string;
  readonly tone: "good" | "bad" | "wait" | "over";
  readonly headline: string;
  readonly text: string;
}

type Told = Omit<RunSummary, "tone" | "word"> & Partial<RunSummary>;

const PHASES: Record<RunPhase, { word: string; tone: RunSummary["tone"] }> = {
  preparing: { word: "Preparing", tone: "wait" },
  ready: { word: "Waiting for the customer", tone: "wait" },
  waiting: { word: "Waiting for the customer", tone: "wait" },
  answering: { word: "Interrupted", tone: "bad" },
  authorised: { word: "Allowed", tone: "good" },
  refused: { word: "Refused", tone: "bad" },
  failed: { word: "Stopped", tone: "bad" },
  revoked: { word: "Deleted", tone: "over" },
};

/**
 * What became of a run, in words for the top of its page.
 *
 * @param events what the bank has told of its consent since.
 */
export function summarise(run: Run, events: readonly Notification[]): RunSummary {
  const revoked = run.phase === "authorised" ? events.find(isRevocation) : undefined;
  return { ...PHASES[run.phase], ...told(run), ...(revoked && ended(revoked)) };
}

/** Whatever the tokens still seem to be good for: the bank's word ends the access, and a TPP stops at once. */
const ended = ({ happenedAt, arrivedBy, reason }: Notification): RunSummary => ({
  word: "Ended at the bank",
  tone: "over",
  headline: "The access has ended",
  text: `The bank says so in a signed event, ${arrivedBy === "push" ? "brought to" : "fetched by"} the TPP: it ended at ${happenedAt.slice(11, 19)} UTC${reason ? `, reason ${reason}` : ""}. The TPP stops calling, forgets its tokens and tells its customer.`,
});

function told(run: Run): Told {
  switch (run.phase) {
    case "preparing":
      return { headline: "Being prepared", text: "The first steps are still under way." };
    case "ready":
      return {
        headline: "Ready for the customer",
        text: "The consent exists and waits. Go to the bank to sign in and decide about it.",
      };
    case "waiting":
      return {
        headline: "The bank is asking the customer",
        text: `A notice went to the customer’s phone. It shows ${run.secrets.waiting?.bindingMessage}; compare before you go on. ${
          run.secrets.waiting?.notificationToken
            ? "The bank tells this app when there is an answer (ping)."
            : `This page asks the bank every ${run.secrets.waiting?.interval} seconds.`
        }`,
      };
    case "answering":
      return {
        headline: "The answer arrived and was not finished",
        text: "The workbench was interrupted while it used the bank's answer. A code works once, so start again.",
      };
    case "authorised":
      return allowed(run);
    case "refused":
      return refused(run);
    case "failed":
      return {
        headline: "The run stopped",
        text: run.steps.findLast((step) => step.outcome !== "done")?.problem ?? "The last step says why.",
      };
    case "revoked":
      return {
        headline: "The consent was deleted",
        text: "The TPP gave its access back. The last steps show what the bank answers now.",
      };
  }
}

function allowed(run: Run): Told {
  const { allowed: what, lasts, orders } = kindOf(run.order);
  if (orders && wasRejected(run)) {
    return {
      word: "Rejected",
      tone: "bad",
      headline: `The customer allowed ${what}, the bank did not make it`,
      text: "No money moved. Each step that led here is below.",
    };
  }
  if (run.order.kind === "account_access") {
    return {
      headline: `The customer allowed ${what}`,
      text: "Below is what the bank now shares, and each step that led here.",
    };
  }
  return {
    headline: `The customer allowed ${what}`,
    text: lasts
      ? "The TPP may use it from now on, without the customer. Each use is listed below, with each step that led here."
      : "Below is what became of it, and each step that led here.",
  };
}

/** The bank may refuse the order, or take it and not make the payment: each kind has its own word for that. */
const wasRejected = (run: Run) =>
  run.steps.some(
    ({ name, outcome, table }) =>
      (name === "paymentOrder" && outcome === "refused") ||
      (table?.columns[1] === "Status" && /^(RJCT|Rejected|INFA|InitiationFailed)$/.test(table.rows[0]?.[1] ?? "")),
  );

/** The errors of RFC 6749 4.1.2.1 and OpenID Connect Core 3.1.2.6, in words. */
const REFUSALS: Record<string, Told> = {
  access_denied: {
    headline: "Access was refused",
    text: "The customer said no, or could not be signed in. Nothing was shared.",
  },
  expired_token: {
    headline: "The customer did not answer in time",
    text: "The request is over. Nothing was shared.",
  },
  server_error: {
    headline: "The bank could not finish",
    text: "Something failed at the bank. Nothing was shared. Trying again later may help.",
  },
  temporarily_unavailable: {
    headline: "The bank is not available",
    text: "It may be overloaded or closed for maintenance. Nothing was shared. Trying again later may help.",
  },
};

function refused(run: Run): Told {
  const said = REFUSALS[run.refusal?.error ?? ""] ?? {
    headline: "The bank did not take this request",
    text: "Nothing was shared. The error below says what it objects to.",
  };
  if (run.order.kind === "account_access" || run.order.kind === "funds_confirmation") return said;
  return {
    ...said,
    headline: said.headline.replace("Access was", "The payment was"),
    text: said.text.replace("Nothing was shared", "No money was sent"),
  };
}
