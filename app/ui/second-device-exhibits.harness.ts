import { aConsentRequest } from "~/domain/consent/builders";
import type { Words } from "~/i18n/words";
import type { Exhibit } from "./exhibit";
import { consent, stopped } from "./exhibits.harness";
import { type Entering, presentEntering, presentWaiting, type Waiting } from "./present-second-device";

/** A request that goes on on another device (P-24): the way there, on both. */

const waits = (waiting: Waiting): Exhibit => ({
  name: `second-device-${waiting.is}`,
  screen: ({ words, bank }) => ({ page: "second-device", view: presentWaiting(waiting, bank, words) }),
});

const enters = (entering: Entering, problem?: keyof Words["secondDevice"]["problems"]): Exhibit => ({
  name: `second-device-${entering.is}${problem ? `-problem-${problem}` : ""}`,
  screen: ({ words, bank }) => ({ page: "second-device", view: presentEntering(entering, problem, bank, words) }),
});

const CODE = { is: "code", value: "ABCD-EFGH" } as const;
const NUMBER = { is: "number" } as const;

export const SECOND_DEVICE_EXHIBITS: readonly Exhibit[] = [
  consent("second-device-way", {}, { toPhone: true }),
  consent("decoupled", { request: aConsentRequest({ otherScreen: { shows: "K7-42" } }) }),
  stopped("decoupled-leaving", {
    is: "leaving",
    kind: "account-access",
    requester: "Budget Beacon",
    outcome: "allowed",
    decoupled: true,
    to: "http://auth.localhost:4200/oauth2/authorize/abc?answer=secret",
  }),
  waits({ is: "offered", code: "ABCDEFGH", address: "https://consent.northlight.example/second-device" }),
  waits({ is: "joined", number: "42" }),
  ...(["matched", "late", "locked"] as const).map((is) => waits({ is })),
  enters({ is: "code" }),
  enters(NUMBER),
  ...(["no-code", "used", "late", "another-customer", "unknown", "over"] as const).map((each) => enters(CODE, each)),
  enters(NUMBER, "wrong-number"),
  stopped("second-device-answered", {
    is: "already-decided",
    kind: "account-access",
    requester: "Budget Beacon",
    outcome: "allowed",
    canGoOn: false,
    goesOnElsewhere: true,
  }),
];
