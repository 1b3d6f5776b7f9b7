import type { ApiVersion } from "../consents/consent.ts";
import { missingPermissions } from "../consents/permissions.ts";
import { accountAccessRequest } from "./account-access-request.ts";
import type { Answer, Exchange, IntentApiDeps, Resource } from "./exchange.ts";
import { findIntent } from "./find-intent.ts";
import { intentBody } from "./intent-body.ts";
import { type Problem, Refusal } from "./problem.ts";
import { checkBody, parseJson } from "./read-body.ts";

/** Intents to read account data: create, read, delete. Neither signed nor idempotent. */
export function accountAccess(version: ApiVersion, { consents, baseUrl }: IntentApiDeps) {
  const resource = { version, scope: "accounts", signed: false } as const;

  async function create({ token, body, interactionId }: Exchange): Promise<Answer> {
    const sent = parseJson(body);
    const { Data } = checkBody(accountAccessRequest[version], sent);
    const problems = checkMeaning(Data);
    if (problems.length > 0) throw new Refusal(400, ...problems);
    const created = await consents.create({
      clientId: token.clientId,
      type: "account_access",
      apiVersion: version,
      request: { Data: sent.Data as Record<string, unknown>, Risk: {} },
      ...(Data.ExpirationDateTime && { expiresAt: new Date(Data.ExpirationDateTime) }),
      interactionId,
    });
    if (created.outcome === "created") return { status: 201, body: intentBody(created.consent, version, baseUrl) };
    const message = "The expiration date has passed";
    throw new Refusal(400, { name: "Field.InvalidDate", message, path: "Data.ExpirationDateTime" });
  }

  async function read(exchange: Exchange): Promise<Answer> {
    const consent = await findIntent(consents, "account_access", exchange);
    return { status: 200, body: intentBody(consent, version, baseUrl) };
  }

  async function remove(exchange: Exchange): Promise<Answer> {
    const consent = await findIntent(consents, "account_access", exchange);
    await consents.delete(consent.id, exchange.interactionId);
    return { status: 204 };
  }

  return {
    collection: { ...resource, methods: { POST: create } },
    item: { ...resource, methods: { GET: read, DELETE: remove } },
  } satisfies Record<string, Resource>;
}

function checkMeaning(data: {
  readonly Permissions: readonly string[];
  readonly TransactionFromDateTime?: string | undefined;
  readonly TransactionToDateTime?: string | undefined;
}): readonly Problem[] {
  const problems = missingPermissions(data.Permissions).map(
    (message): Problem => ({ name: "Field.Expected", message, path: "Data.Permissions" }),
  );
  const { TransactionFromDateTime: from, TransactionToDateTime: to } = data;
  if (from && to && new Date(from) > new Date(to)) {
    const message = "The period ends before it begins";
    problems.push({ name: "Field.InvalidDate", message, path: "Data.TransactionToDateTime" });
  }
  return problems;
}
