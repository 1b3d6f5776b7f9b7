import { CONSENT_KINDS } from "~/domain/consent-kinds/index";
import {
  asAccountId,
  asBatchId,
  asCaseId,
  asChangeId,
  asClientId,
  asConsentId,
  asCustomerId,
} from "~/domain/shared/ids";
import type { RecordedChange } from "~/ports/consent-changes";
import type { RegisteredConsent } from "~/ports/consent-register";
import { presentBatch, presentMany } from "~/routes/dashboard.consents.$id_.stop/present-many";
import { presentPause } from "~/routes/dashboard.consents.$id_.stop/present-pause";
import { presentReport } from "~/routes/dashboard.consents.$id_.stop/present-report";
import { presentResume } from "~/routes/dashboard.consents.$id_.stop/present-resume";
import { presentStopAccount } from "~/routes/dashboard.consents.$id_.stop/present-stop-account";
import { presentStopQuestion } from "~/routes/dashboard.consents.$id_.stop/present-stop-question";
import type { StoppingScene } from "~/routes/dashboard.consents.$id_.stop/present-stopping";
import type { Stopping } from "~/use-cases/view-stopping";
import type { Exhibit, Scene } from "../exhibit";
import { HOSTILE, LONG, MANY } from "../gallery-cast.harness";
import type { StoppingPageView } from "./stopping-view";

const NOW = new Date("2026-03-14T10:00:00Z");
const LATER = new Date("2026-03-20T10:00:00Z");
const customer = asCustomerId("cus-1");

/** One consent of the customer's, as the register has it. */
export function aRegistered(over: Partial<RegisteredConsent> = {}): RegisteredConsent {
  return {
    id: asConsentId("aac-1"),
    clientId: asClientId("tpp-beacon"),
    clientName: "Budget Beacon",
    kind: "account-access",
    customer,
    status: "authorised",
    reason: "customer-approved",
    version: 2,
    accountIds: ["acc-1", "acc-2"],
    createdAt: new Date("2026-01-14T10:00:00Z"),
    agreedAt: new Date("2026-01-14T10:00:00Z"),
    changedAt: NOW,
    ...over,
  };
}

/** What the customer asked for, as it was taken. */
export function aChange(over: Partial<RecordedChange> = {}): RecordedChange {
  return {
    id: asChangeId("change-1"),
    consentId: asConsentId("aac-1"),
    clientId: asClientId("tpp-beacon"),
    kind: "account-access",
    move: "stop",
    reason: "customer-stopped",
    actor: { type: "customer", ref: "somebody" },
    correlationId: "1",
    intendedAt: NOW,
    endedAt: NOW,
    state: "settled",
    ...over,
  };
}

/** A consent with what its pages say of it. */
export function aStopping(over: Partial<Stopping> = {}): Stopping {
  return {
    consent: aRegistered(),
    customer,
    accounts: MANY,
    can: { pause: true, removeAccount: true },
    ...over,
  };
}

const STOPPED = { status: "revoked", reason: "customer-stopped", version: 3 } as const;
const PAUSED = { status: "suspended", reason: "customer-pause", suspendedBy: "customer", version: 3 } as const;
const TOLD = { version: 3, is: "told", at: NOW } as const;
const HOME_ACCOUNT = asAccountId("acc-2");
const underWay = (move: RecordedChange["move"]) => ({ move, by: "customer", since: NOW }) as const;

function page(name: string, present: (scene: StoppingScene) => StoppingPageView | undefined): Exhibit {
  const scene = ({ words, bank }: Scene) => ({ words, bank, key: "a-key", now: NOW });
  return {
    name: `stopping-${name}`,
    screen: (of) => {
      const view = present(scene(of));
      if (!view) throw new Error(`there is no ${name}`);
      return { page: "stopping", view };
    },
  };
}

const stop = (name: string, over: Partial<Stopping>, more: Partial<StoppingScene> = {}) =>
  page(name, (scene) => presentStopQuestion(aStopping(over), { ...scene, ...more }));
const pause = (name: string, over: Partial<Stopping>, unchosen = false) =>
  page(`pause-${name}`, (scene) => presentPause(aStopping(over), { ...scene, unchosen }));
const resume = (name: string, over: Partial<Stopping>, isFresh = false) =>
  page(`resume-${name}`, (scene) => presentResume(aStopping(over), { ...scene, isFresh }));
const account = (name: string, over: Partial<Stopping>) =>
  page(`account-${name}`, (scene) => presentStopAccount(aStopping(over), HOME_ACCOUNT, scene));
const report = (name: string, over: Partial<Stopping>) =>
  page(`report-${name}`, (scene) => presentReport(aStopping(over), scene));

const ALL = CONSENT_KINDS.map((kind, index) =>
  aRegistered({
    id: asConsentId(`c-${index}`),
    kind,
    ...(index % 3 === 1 && { clientId: asClientId("tpp-tallybook"), clientName: "Tallybook" }),
    ...(index % 3 === 2 && { clientId: asClientId("tpp-long"), clientName: LONG }),
  }),
);
const BATCH = { id: asBatchId("batch-1"), at: NOW, changes: [] };
const OUTCOMES: readonly Partial<RecordedChange>[] = [
  {},
  { state: "intended" },
  { state: "closed", closedBecause: "not-allowed" },
];
const batch = (name: string, states: readonly Partial<RecordedChange>[]) =>
  page(`many-${name}`, (scene) =>
    presentBatch(
      {
        batch: BATCH,
        stopped: states.map((state, index) => ({
          consent: aRegistered({ id: asConsentId(`c-${index}`) }),
          change: aChange(state),
        })),
      },
      "/dashboard/stop-everything?batch=1",
      scene,
    ),
  );

/** What customers stop, pause and report. */
export const STOPPING_EXHIBITS: readonly Exhibit[] = [
  ...CONSENT_KINDS.map((kind) => stop(`question-${kind}`, { consent: aRegistered({ kind }) })),
  stop("question-nameless", { consent: withoutName() }),
  stop("question-hostile", { consent: aRegistered({ clientName: HOSTILE }) }),
  stop("question-long", { consent: aRegistered({ clientName: LONG, accountIds: MANY.map(({ id }) => id) }) }),
  page("question-bank-away", (scene) => presentStopQuestion(withoutAccounts(), scene)),
  stop("question-tried", {}, { tried: true }),
  stop("under-way", { underWay: underWay("stop") }),
  stop("stopped", { consent: aRegistered(STOPPED), newest: aChange(), told: TOLD }),
  stop("stopped-waiting", {
    consent: aRegistered(STOPPED),
    newest: aChange(),
    told: { version: 3, is: "waiting" },
  }),
  stop("stopped-not-told", { consent: aRegistered(STOPPED), newest: aChange(), told: { ...TOLD, is: "not-told" } }),
  stop("stopped-hostile", { consent: aRegistered({ ...STOPPED, clientName: HOSTILE }), newest: aChange() }),
  stop("waiting", { consent: aRegistered({ status: "partially-authorised", reason: "signer-approved" }) }),
  stop("ended-by-app", { consent: aRegistered({ ...STOPPED, reason: "tpp-deleted" }) }),
  account("question", {}),
  account("only-one", { consent: aRegistered({ accountIds: ["acc-2"] }) }),
  account("paused", { consent: aRegistered(PAUSED) }),
  account("cannot", { can: { pause: true, removeAccount: false } }),
  account("under-way", {
    newest: aChange({ move: "remove-account", accountId: "acc-2", state: "intended" }),
  }),
  account("left", {
    consent: aRegistered({ version: 3, accountIds: ["acc-1"] }),
    newest: aChange({ move: "remove-account", accountId: "acc-2" }),
    told: TOLD,
  }),
  pause("question", {}),
  pause("unchosen", {}, true),
  pause("under-way", { underWay: underWay("suspend") }),
  pause("paused", {
    consent: aRegistered(PAUSED),
    newest: aChange({ move: "suspend" }),
    pausedUntil: LATER,
  }),
  pause("open", { consent: aRegistered(PAUSED), newest: aChange({ move: "suspend" }) }),
  pause("by-bank", { consent: aRegistered({ ...PAUSED, suspendedBy: "staff", reason: "scheme-hold" }) }),
  pause("cannot", { can: { pause: false, removeAccount: false } }),
  resume("question", { consent: aRegistered(PAUSED) }),
  resume("fresh", { consent: aRegistered(PAUSED) }, true),
  resume("under-way", { consent: aRegistered(PAUSED), underWay: underWay("resume") }),
  resume("done", { newest: aChange({ move: "resume" }) }),
  resume("not-paused", {}),
  page("many-everything", (scene) => presentMany(ALL, { ...scene, ofApp: false })),
  page("many-unticked", (scene) => presentMany(ALL, { ...scene, ofApp: false, unticked: true })),
  page("many-app", (scene) => presentMany(ALL.slice(0, 1), { ...scene, ofApp: true })),
  page("many-nothing", (scene) => presentMany([], { ...scene, ofApp: false })),
  batch("under-way", OUTCOMES),
  batch("done", [{}, {}]),
  batch("partly", [{}, { state: "closed", closedBecause: "not-allowed" }]),
  report("question", {}),
  report("ended", { consent: aRegistered(STOPPED) }),
  report("reported", {
    consent: aRegistered(STOPPED),
    report: { id: asCaseId("case-1"), kind: "not-recognised", reference: "K7QM-3F0A" },
  }),
];

function withoutName(): RegisteredConsent {
  const { clientName: _, ...consent } = aRegistered();
  return consent;
}

function withoutAccounts(): Stopping {
  const { accounts: _, ...stopping } = aStopping();
  return stopping;
}
