import { z } from "zod";
import { CONSENT_KINDS, type ConsentKind } from "~/domain/consent-kinds/index";
import { isInteractionId } from "~/domain/shared/interaction-id";
import type { AuthorityConsole } from "~/ports/authority-console";
import { AuthorityError, type AuthorizationServer, type CallContext, type Handoff } from "~/ports/authorization-server";
import { createHttpClient, type HttpAnswer, type HttpCall, type Upstream } from "../http.server";
import { createPublishedKeys } from "../published-keys.server";
import { acceptanceOf } from "./acp-acceptance";
import { createAcpAccess } from "./acp-access.server";
import { expectStatus, read } from "./acp-answer";
import { appsAmong, clientsSchema } from "./acp-clients";
import { createEventReader } from "./acp-events.server";
import { wholeFile } from "./acp-intents/file-payment";
import { instant, notUnderstood } from "./acp-intents/parts";
import { createAcpList, recordOfEntry } from "./acp-list";
import { registrationsIn, registrationsSchema } from "./acp-registrations";
import { type Rejection, rejectionFor, UNSHOWABLE } from "./acp-rejection";
import { requestFrom } from "./acp-request";
import { consentViewSchema, type ExtraKind, isExtraKind, kindOfType, pathOfKind, typeOfKind } from "./acp-wire";
import { repeatsKey } from "./repeated-keys";

export interface AcpSettings extends Upstream {
  readonly tenant: string;
  readonly systemServer: string;
  readonly workspace: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Where its paths begin: as ACP has them today, or as it had them in its first years. */
  readonly dialect: "current" | "legacy";
  /** Which kinds it has beside those of that API; none unless it is said. */
  readonly extraKinds?: readonly ExtraKind[];
  /** Whether it knows `signatures_outstanding`, which is ours and not of that API. */
  readonly holdsForSignatures?: boolean;
  /** `iss` of the events that it pushes. */
  readonly issuer: string;
  /** Its public keys, behind the same certificate as its API. */
  readonly jwksUrl: string;
}

const AUTHORITY = "acp";

/** How a server answers for a path that it does not have, or has for other methods only. */
const NO_SUCH_PATH = new Set([404, 405]);
const extended = z.object({ expires_at: instant });
const errorBody = z.object({ error_code: z.string() });
const codeOf = (answer: HttpAnswer) => errorBody.safeParse(answer.json).data?.error_code;

/** An authorization server with an ACP-style internal consent API, in either of its path dialects. */
export function createAcpAuthorizationServer(
  settings: AcpSettings,
): AuthorizationServer & AuthorityConsole & { close(): Promise<void> } {
  const isKnown = (kind: ConsentKind) => !isExtraKind(kind) || settings.extraKinds?.includes(kind) === true;
  const access = createAcpAccess(settings, settings.tokenUrl, settings.clientId);
  const keys = createHttpClient({ ...settings, baseUrl: settings.jwksUrl });
  const base =
    settings.dialect === "legacy" ? `/api/system/${settings.tenant}` : `/${settings.tenant}/${settings.systemServer}`;
  const consents = `${base}/servers/${settings.workspace}/open-banking/consents`;
  // The one path that both dialects have in common.
  const clientsPath = `/api/system/${settings.tenant}/clients/${settings.workspace}`;
  const consentPath = (id: string) => `${consents}/${encodeURIComponent(id)}`;

  const visitPath = ({ kind, ref }: Handoff) => `${base}/open-banking/${pathOfKind(kind)}/${encodeURIComponent(ref)}`;

  const send = (method: HttpCall["method"], path: string, { correlationId }: CallContext, body?: object) =>
    access.call({
      method,
      path,
      correlationId,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });

  const answerTo = async (
    handoff: Handoff,
    verb: "accept" | "reject" | "log-in-again",
    body: object,
    context: CallContext,
  ) => {
    const sent = { ...body, login_state: handoff.proof };
    const answer = await send("POST", `${visitPath(handoff)}/${verb}`, context, sent);
    expectStatus(answer, 200);
    const { redirect_to } = (answer.json ?? {}) as { redirect_to?: unknown };
    if (typeof redirect_to !== "string" || !/^https?:/.test(redirect_to) || !URL.canParse(redirect_to)) {
      throw new AuthorityError("unavailable", "the answer to a decision has no address to go on to");
    }
    return { to: new URL(redirect_to) };
  };

  const reject = (handoff: Handoff, rejection: Rejection, context: CallContext) =>
    answerTo(handoff, "reject", { id: handoff.ref, ...rejection }, context);

  const list = createAcpList(CONSENT_KINDS.filter(isKnown), (condition, context) =>
    send("POST", consents, context, condition),
  );

  const pause =
    (verb: "suspend" | "resume"): AuthorizationServer["suspendConsent"] =>
    async (id, { by, reason }, context) => {
      const answer = await send("POST", `${consentPath(id)}/${verb}`, context, { initiator: by, reason });
      if (answer.status === 404) throw new AuthorityError("decision-not-allowed", "there is nothing to pause");
      expectStatus(answer, 204);
    };

  return {
    capabilities: {
      stages: "one",
      revokeUnit: "consent",
      suspend: true,
      removeAccount: true,
      holdsForSignatures: settings.holdsForSignatures === true,
      kinds: new Set(CONSENT_KINDS.filter(isKnown)),
      listBy: new Set(["client", "account"]),
    },

    readHandoff(query) {
      const ref = onlyValue(query, "login_id");
      const proof = onlyValue(query, "login_state");
      const kind = kindOfType(onlyValue(query, "consent_type") ?? "");
      return ref && proof && kind && isKnown(kind) ? { authority: AUTHORITY, kind, ref, proof } : undefined;
    },

    async describe(handoff, context) {
      const path = `${visitPath(handoff)}?login_state=${encodeURIComponent(handoff.proof)}`;
      const answer = await send("GET", path, context);
      if (codeOf(answer) === "login_repeated")
        throw new AuthorityError("handoff-passed-on", "another log-in was asked for");
      const view = read(answer, 200, consentViewSchema, "request-not-understood");
      if (repeatsKey(answer.text ?? "")) throw notUnderstood("the same key twice in one object");
      const correlationId = answer.header("x-fapi-interaction-id") ?? "";
      return { request: requestFrom(view, handoff.kind), ...(isInteractionId(correlationId) && { correlationId }) };
    },

    async readFile(handoff, context) {
      const path = `${visitPath(handoff)}/file?login_state=${encodeURIComponent(handoff.proof)}`;
      const answer = await send("GET", path, context);
      const { payments } = read(answer, 200, wholeFile, "request-not-understood");
      if (repeatsKey(answer.text ?? "")) throw notUnderstood("the same key twice in one object");
      return payments;
    },

    decide: (handoff, decision, context) =>
      decision.outcome === "allowed"
        ? answerTo(handoff, "accept", acceptanceOf(decision), context)
        : reject(handoff, rejectionFor(decision.reason), context),

    turnAway: (handoff, context) => reject(handoff, UNSHOWABLE, context),

    async extend(handoff, context) {
      const body = { login_state: handoff.proof };
      const answer = await send("POST", `${visitPath(handoff)}/extend`, context, body);
      return read(answer, 200, extended, "unavailable").expires_at;
    },

    logInAgain: (handoff, context) => answerTo(handoff, "log-in-again", {}, context),

    async findConsent(consent, context) {
      const answer = await send("GET", consentPath(consent.id), context);
      if (codeOf(answer) === "consent_not_found") return undefined;
      if (NO_SUCH_PATH.has(answer.status)) return list.findAmongNewest(consent, context);
      const record = recordOfEntry(read(answer, 200, z.unknown(), "unavailable"));
      if (record && record.id !== consent.id) throw new AuthorityError("unavailable", "another consent was answered");
      // Another TPP's, or of another kind, is as good as none.
      return record?.clientId === consent.clientId && record.kind === consent.kind ? record : undefined;
    },

    listConsents: list.listConsents,

    async revokeConsent(id, { by, reason, successor }, context) {
      const body = { initiator: by, reason, ...(successor && { superseded_by: successor }) };
      const answer = await send("DELETE", consentPath(id), context, body);
      // 404: it is gone already, which is what was asked for.
      if (answer.status !== 404) expectStatus(answer, 204);
    },

    suspendConsent: pause("suspend"),
    resumeConsent: pause("resume"),

    async signaturesComplete(id, context) {
      const answer = await send("POST", `${consentPath(id)}/signatures-complete`, context, { initiator: "customer" });
      if (answer.status === 404) throw new AuthorityError("decision-not-allowed", "there is no such consent");
      expectStatus(answer, 204);
    },

    async removeAccount(id, account, { by, reason }, context) {
      const body = { initiator: by, reason, account_id: account };
      const answer = await send("POST", `${consentPath(id)}/remove-account`, context, body);
      if (answer.status === 404) throw new AuthorityError("decision-not-allowed", "there is no such consent");
      expectStatus(answer, 204);
    },

    async revokeByClient(id, kinds, context) {
      const query = new URLSearchParams({
        client_id: id,
        consent_types: kinds.filter(isKnown).map(typeOfKind).join(","),
      });
      const answer = await send("DELETE", `${consents}?${query}`, context);
      expectStatus(answer, 200);
      const { number_of_consents_removed: removed } = (answer.json ?? {}) as { number_of_consents_removed?: unknown };
      if (typeof removed !== "number")
        throw new AuthorityError("unavailable", "the answer does not say how many ended");
      return removed;
    },

    async listClients(context) {
      return appsAmong(read(await send("GET", clientsPath, context), 200, clientsSchema, "unavailable"));
    },

    async registrations(context) {
      return registrationsIn(read(await send("GET", clientsPath, context), 200, registrationsSchema, "unavailable"));
    },

    readEvent: createEventReader(
      settings.issuer,
      settings.clientId,
      createPublishedKeys(keys, new URL(settings.jwksUrl)),
    ),

    close: async () => void (await Promise.all([access.close(), keys.close()])),
  };
}

/** A parameter that is there twice is nobody's: which one counts must not depend on who reads it. */
function onlyValue(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  const [value] = values;
  return values.length === 1 && value && value.length <= 512 ? value : undefined;
}
