import { z } from "zod";
import type { Order, TppId } from "../order/order.ts";
import { signMessage } from "../protocol/message-signature.ts";
import { readKeys } from "../protocol/published-document.ts";
import type { Draft } from "../runs/journal.ts";
import type { Step } from "../runs/step.ts";
import type { Workbench } from "../runs/walk.ts";
import { type ApiCall, callApi } from "../steps/call-api.ts";
import { type BankVisit, visitBank } from "./bank-visit.ts";

export type ApiVersion = Order["apiVersion"];

export interface Wish {
  readonly delivery: "push" | "poll";
  readonly version: ApiVersion;
}

export interface SeenSubscription {
  readonly id: string;
  readonly version: string;
  /** Absent: the TPP polls. */
  readonly callbackUrl?: string;
}

/** What came of a visit to the bank's event API. */
export interface Visited {
  readonly steps: readonly Step[];
  /** `none` when the bank said that there is none; absent when it was not asked, or did not answer. */
  readonly subscription?: SeenSubscription | "none";
}

export interface Fetched {
  readonly steps: readonly Step[];
  /** Compact tokens by the id that the bank gave each, not looked at yet. */
  readonly sets: Readonly<Record<string, string>>;
}

const one = z.object({
  EventSubscriptionId: z.string().min(1).max(40),
  CallbackUrl: z.string().optional(),
  Version: z.string().max(10),
});
const subscription = z.object({ Data: one });
const list = z.object({ Data: z.object({ EventSubscription: z.array(one).max(1).default([]) }) });
const polled = z.object({ moreAvailable: z.boolean(), sets: z.record(z.string(), z.string()) });
const MOST_EVENTS = 20;

/** What one TPP says to the bank about events. Each visit takes its own token and ends with asking what the bank holds. */
export function createEventDesk(bench: Workbench) {
  const { bankGateway, tppTls } = bench.topology;
  const at = (version: ApiVersion, path: string) => `${bankGateway}/open-banking/${version}${path}`;

  const wanted = ({ delivery, version }: Wish) => ({
    ...(delivery === "push" && { CallbackUrl: `${tppTls}/open-banking/${version}/event-notifications` }),
    Version: version.slice(1),
  });

  /** Signed both ways: what it says is where the bank will call. */
  const signed = async <T>(visit: BankVisit, draft: Draft, call: ApiCall, shape: z.ZodType<T>) => {
    const { key, kid, tpp } = visit.identity;
    const issuer = `${tpp.organisationId}/${tpp.id}`;
    const signedWith = await readKeys(draft.fetch, `${bankGateway}/.well-known/jwks.json`);
    const headers =
      call.body === undefined ? {} : { "x-jws-signature": await signMessage(call.body, { key, kid, issuer }) };
    return callApi(draft, { ...call, headers, signedWith }, shape);
  };

  const read = (visit: BankVisit, version: ApiVersion) =>
    visit.journal.step("subscriptionRead", async (draft): Promise<Visited["subscription"]> => {
      const call = { method: "GET", url: at(version, "/event-subscriptions"), token: visit.token } as const;
      const answer = await signed(visit, draft, call, list);
      const [held] = answer?.Data.EventSubscription ?? [];
      return answer && (held ? seen(held) : "none");
    });

  /** Does `work`, then asks what the bank holds by now, whatever came of it. */
  const change = async (
    tppId: TppId,
    version: ApiVersion,
    work: (visit: BankVisit) => Promise<void>,
  ): Promise<Visited> => {
    let held: Visited["subscription"];
    const steps = await visitBank(bench, tppId, async (visit) => {
      await work(visit);
      held = await read(visit, version);
    });
    return { steps, ...(held && { subscription: held }) };
  };

  return {
    look: (tppId: TppId, version: ApiVersion) => change(tppId, version, async () => {}),

    subscribe: (tppId: TppId, wish: Wish) =>
      change(tppId, wish.version, (visit) =>
        visit.journal.step("subscriptionMade", async (draft) => {
          const body = JSON.stringify({ Data: wanted(wish) });
          const url = at(wish.version, "/event-subscriptions");
          await signed(visit, draft, { method: "POST", url, token: visit.token, body }, subscription);
        }),
      ),

    replace: (tppId: TppId, id: string, wish: Wish) =>
      change(tppId, wish.version, (visit) =>
        visit.journal.step("subscriptionChanged", async (draft) => {
          const body = JSON.stringify({ Data: { EventSubscriptionId: id, ...wanted(wish) } });
          const url = at(wish.version, `/event-subscriptions/${encodeURIComponent(id)}`);
          await signed(visit, draft, { method: "PUT", url, token: visit.token, body }, subscription);
        }),
      ),

    end: (tppId: TppId, id: string, version: ApiVersion) =>
      change(tppId, version, (visit) =>
        visit.journal.step("subscriptionEnded", async (draft) => {
          const url = at(version, `/event-subscriptions/${encodeURIComponent(id)}`);
          await callApi(draft, { method: "DELETE", url, token: visit.token }, z.unknown());
        }),
      ),

    async poll(tppId: TppId, version: ApiVersion): Promise<Fetched> {
      let sets: Fetched["sets"] = {};
      const steps = await visitBank(bench, tppId, (visit) =>
        visit.journal.step("poll", async (draft) => {
          const body = JSON.stringify({ maxEvents: MOST_EVENTS, returnImmediately: true });
          const answer = await callApi(
            draft,
            { method: "POST", url: at(version, "/events"), token: visit.token, body },
            polled,
          );
          sets = answer?.sets ?? {};
        }),
      );
      return { steps, sets };
    },

    /** Whether the bank took the answers is said by `done`. */
    async answer(
      tppId: TppId,
      version: ApiVersion,
      answers: { readonly ack: readonly string[]; readonly setErrs?: Readonly<Record<string, object>> },
    ): Promise<{ readonly steps: readonly Step[]; readonly done: boolean }> {
      let done = false;
      const steps = await visitBank(bench, tppId, (visit) =>
        visit.journal.step("acknowledgement", async (draft) => {
          const body = JSON.stringify({ maxEvents: 0, returnImmediately: true, ...answers });
          const url = at(version, "/events");
          done = (await callApi(draft, { method: "POST", url, token: visit.token, body }, polled)) !== undefined;
        }),
      );
      return { steps, done };
    },
  };
}

export type EventDesk = ReturnType<typeof createEventDesk>;

const seen = ({ EventSubscriptionId, CallbackUrl, Version }: z.infer<typeof one>): SeenSubscription => ({
  id: EventSubscriptionId,
  version: Version,
  ...(CallbackUrl !== undefined && { callbackUrl: CallbackUrl }),
});
