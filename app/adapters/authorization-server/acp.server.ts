import type { z } from "zod";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { isInteractionId } from "~/domain/shared/interaction-id";
import { plainText } from "~/domain/shared/plain-text";
import {
  AuthorityError,
  type AuthorizationServer,
  type CallContext,
  type ConsentRecord,
  type Handoff,
  type PendingRequest,
} from "~/ports/authorization-server";
import type { HttpAnswer, HttpCall, Upstream } from "../http.server";
import { createAcpAccess } from "./acp-access.server";
import {
  type ConsentView,
  consentListSchema,
  consentViewSchema,
  KIND_WORDS,
  kindOfType,
  subjectFrom,
} from "./acp-wire";

export interface AcpSettings extends Upstream {
  readonly tenant: string;
  readonly systemServer: string;
  readonly workspace: string;
  readonly tokenUrl: string;
  readonly clientId: string;
}

const AUTHORITY = "acp";

/** The most that the API gives at once, and how far back a consent of this hour can be. */
const PAGE_SIZE = 100;
const NEWEST_PAGES = 10;

/** An authorization server with an ACP-style internal consent API (current path dialect). */
export function createAcpAuthorizationServer(settings: AcpSettings): AuthorizationServer & { close(): Promise<void> } {
  const access = createAcpAccess(settings, settings.tokenUrl, settings.clientId);
  const base = `/${settings.tenant}/${settings.systemServer}`;
  const consents = `${base}/servers/${settings.workspace}/open-banking/consents`;

  const visitPath = ({ kind, ref }: Handoff) =>
    `${base}/open-banking/${KIND_WORDS[kind].path}/${encodeURIComponent(ref)}`;

  const send = (method: HttpCall["method"], path: string, { correlationId }: CallContext, body?: object) =>
    access.call({
      method,
      path,
      correlationId,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });

  const listPage: AuthorizationServer["listConsents"] = async (filter, page, context) => {
    const answer = await send("POST", consents, context, {
      client_id: filter.clientId,
      accounts: filter.accountIds ?? null,
      types: filter.kinds?.map((kind) => KIND_WORDS[kind].type) ?? null,
      status: filter.statuses?.flatMap((status) => STATUS_WORDS[status]) ?? null,
      limit: page.size,
      after_consent_id: page.after,
    });
    const { Consents } = read(answer, 200, consentListSchema, "unavailable");
    return Consents.flatMap((item) => recordFrom(item) ?? []);
  };

  return {
    capabilities: { stages: "one", revokeUnit: "consent", listBy: new Set(["client", "account"]) },

    readHandoff(query) {
      const ref = onlyValue(query, "login_id");
      const proof = onlyValue(query, "login_state");
      const kind = kindOfType(onlyValue(query, "consent_type") ?? "");
      return ref && proof && kind ? { authority: AUTHORITY, kind, ref, proof } : undefined;
    },

    async describe(handoff, context) {
      const path = `${visitPath(handoff)}?login_state=${encodeURIComponent(handoff.proof)}`;
      const answer = await send("GET", path, context);
      const view = read(answer, 200, consentViewSchema, "request-not-understood");
      const correlationId = answer.header("x-fapi-interaction-id") ?? "";
      return { request: requestFrom(view, handoff.kind), ...(isInteractionId(correlationId) && { correlationId }) };
    },

    async decide(handoff, decision, context) {
      const [verb, body] =
        decision.outcome === "allowed"
          ? (["accept", { account_ids: decision.accountIds, granted_scopes: decision.scopes }] as const)
          : ([
              "reject",
              { id: handoff.ref, error: "access_denied", error_description: "The customer refused" },
            ] as const);
      const answer = await send("POST", `${visitPath(handoff)}/${verb}`, context, {
        ...body,
        login_state: handoff.proof,
      });
      expectStatus(answer, 200);
      const { redirect_to } = (answer.json ?? {}) as { redirect_to?: unknown };
      if (typeof redirect_to !== "string" || !/^https?:/.test(redirect_to) || !URL.canParse(redirect_to)) {
        throw new AuthorityError("unavailable", "the answer to a decision has no address to go on to");
      }
      return { to: new URL(redirect_to) };
    },

    async findConsent({ id, clientId, kind }, context) {
      // This API finds no consent by its id. It was made a short while ago, so it is among the newest of its TPP.
      for (let after: ConsentRecord["id"] | undefined, pages = 0; pages < NEWEST_PAGES; pages++) {
        const page = await listPage({ clientId, kinds: [kind] }, { size: PAGE_SIZE, ...(after && { after }) }, context);
        const found = page.find((record) => record.id === id);
        if (found || page.length < PAGE_SIZE) return found;
        after = page.at(-1)?.id;
      }
      throw new AuthorityError("unavailable", "the consent is not among the newest of its client");
    },

    listConsents: listPage,

    async revokeConsent(id, context) {
      const answer = await send("DELETE", `${consents}/${encodeURIComponent(id)}`, context);
      // 404: it is gone already, which is what was asked for.
      if (answer.status !== 404) expectStatus(answer, 204);
    },

    async revokeByClient(id, kinds, context) {
      const query = new URLSearchParams({
        client_id: id,
        consent_types: kinds.map((kind) => KIND_WORDS[kind].type).join(","),
      });
      const answer = await send("DELETE", `${consents}?${query}`, context);
      expectStatus(answer, 200);
      const { number_of_consents_removed: removed } = (answer.json ?? {}) as { number_of_consents_removed?: unknown };
      if (typeof removed !== "number")
        throw new AuthorityError("unavailable", "the answer does not say how many ended");
      return removed;
    },

    close: () => access.close(),
  };
}

/** A parameter that is there twice is nobody's: which one counts must not depend on who reads it. */
function onlyValue(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  const [value] = values;
  return values.length === 1 && value && value.length <= 512 ? value : undefined;
}

function requestFrom(view: ConsentView, kind: ConsentKind): PendingRequest["request"] {
  const subject = subjectFrom(view);
  if (subject.kind !== kind) throw new AuthorityError("handoff-unknown", "the hand-off names another kind of consent");
  const info = view.client_info;
  return {
    id: asConsentId(view.consent_id),
    subject,
    requester: {
      clientId: asClientId(view.client_id),
      // A name of which nothing can be seen is no name (C-02).
      name: plainText(info?.client_name ?? undefined),
      ...(info?.organisation_id && { organisationId: info.organisation_id }),
      ...(info?.client_uri && { website: info.client_uri }),
      ...(info?.description && { purpose: info.description }),
    },
    customer: asCustomerId(view.subject),
    scopes: (view.requested_scopes ?? []).map((scope) => scope.requested_name),
    ...(view.expires_at && { answerBy: view.expires_at }),
    open: STATUS_WORDS.pending.includes(view.status),
  };
}

/** The standard's status names, v3.1.11 and v4.0. */
const STATUS_WORDS: Record<ConsentRecord["status"], readonly string[]> = {
  pending: ["AwaitingAuthorisation", "AWAU"],
  authorised: ["Authorised", "AUTH"],
  rejected: ["Rejected", "RJCT"],
  consumed: ["Consumed", "COND"],
  revoked: ["Revoked", "CANC", "EXPD"],
};

function recordFrom(item: z.infer<typeof consentListSchema>["Consents"][number]): ConsentRecord | undefined {
  const kind = kindOfType(item.type);
  const status = (Object.keys(STATUS_WORDS) as ConsentRecord["status"][]).find((name) =>
    STATUS_WORDS[name].includes(item.status),
  );
  if (!kind || !status) return undefined;
  return {
    id: asConsentId(item.consent_id),
    clientId: asClientId(item.client_id),
    clientName: item.Client?.name ?? undefined,
    kind,
    status,
    createdAt: item.created_at,
    accountIds: item.account_ids ?? [],
  };
}

function read<T>(
  answer: HttpAnswer,
  status: number,
  schema: z.ZodType<T>,
  otherwise: "request-not-understood" | "unavailable",
): T {
  expectStatus(answer, status);
  const parsed = schema.safeParse(answer.json);
  if (parsed.success) return parsed.data;
  // Rubbish altogether is an outage; JSON of another shape is a request that we cannot show.
  const failure = answer.json === undefined ? "unavailable" : otherwise;
  const paths = parsed.error.issues.map((issue) => issue.path.join(".")).slice(0, 5);
  throw new AuthorityError(failure, `the answer is not of the expected shape at: ${paths.join(", ")}`);
}

function expectStatus(answer: HttpAnswer, expected: number): void {
  if (answer.status === expected) return;
  const reason = `answered ${answer.status}`;
  if (answer.status === 404) throw new AuthorityError("handoff-unknown", reason);
  if (answer.status === 409) throw new AuthorityError("handoff-spent", reason);
  if (answer.status === 400 || answer.status === 422) throw new AuthorityError("decision-not-allowed", reason);
  // 401 and 403 are the operator's mistake and 429 passes: for the customer each is an outage.
  throw new AuthorityError("unavailable", reason);
}
