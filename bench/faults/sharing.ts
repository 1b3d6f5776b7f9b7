import { createHash, randomBytes, randomUUID } from "node:crypto";
import { Agent, request } from "undici";
import { assemble } from "../../sandbox/authorization-server/assemble.ts";
import { startScriptedIdentityProvider } from "../../sandbox/authorization-server/testing/scripted-identity-provider.ts";
import { createTppClient } from "../../sandbox/authorization-server/testing/tpp-client.ts";
import { authorised, type World } from "../../sandbox/authorization-server/testing/world.ts";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { tlsIdentity } from "../../sandbox/service.ts";
import { until } from "./until.ts";
import type { FaultWorld } from "./world.ts";

/** What a customer shares, and the token by which the TPP reads it. */
export interface Sharing {
  readonly consentId: string;
  readonly token: string;
}

/** A customer who is signed in, and a TPP with tokens of their consents. */
export interface Sharings {
  /** So many consents that were given, that our picture has, and that the TPP has read with. */
  share(count: number): Promise<readonly Sharing[]>;
  /** Answers with the HTTP status of the accounts at the gateway; 0 where there was no answer. */
  read(sharing: Sharing): Promise<number>;
  /** The customer presses Stop. Answers with the HTTP status; 0 where there was no answer. */
  stop(sharing: Sharing, key?: string): Promise<number>;
  close(): Promise<void>;
}

const OWNER = CUSTOMERS.grace;

/** Token and consent come by the whole protocol; the customer's session is written into the record, as a log-in would. */
export async function startSharings({ topology, sql }: FaultWorld): Promise<Sharings> {
  const script = { subject: OWNER.id, acr: "urn:openbanking:psd2:sca" };
  // Codes come from the phone of the fault world, which has the port for them.
  const ports = { ...topology.ports, identityProviderFactors: 0 };
  const identityProvider = await startScriptedIdentityProvider({ ...topology, ports }, script);
  const parts = await assemble(topology);
  const tpp = await createTppClient(topology, "tpp-beacon");
  const agent = new Agent({ connect: tlsIdentity(topology.pkiFolder, "tpp-beacon") });
  const app = `http://127.0.0.1:${topology.ports.app}`;

  const share = async (): Promise<Sharing> => {
    const created = await parts.consents.create({
      clientId: "tpp-beacon",
      type: "account_access",
      apiVersion: "v4.0",
      request: { Data: { Permissions: ["ReadAccountsBasic", "ReadBalances"] }, Risk: {} },
      interactionId: randomUUID(),
    });
    if (created.outcome !== "created") throw new Error(`the consent was ${created.outcome}`);
    const consentId = created.consent.id;
    const back = await authorised({ topology, script, ...parts } as World, tpp, consentId);
    const { access_token: token } = await tpp.redeem(back);
    return { consentId, token };
  };

  /** Anew each time: a session ends after five minutes without use. */
  const signIn = async () => {
    const token = randomBytes(24).toString("base64url");
    await sql`
      insert into assent.customer_session (token_hash, customer_id, began_at, idle_until, ends_at)
      values (${createHash("sha256").update(token).digest("base64url")}, ${OWNER.id}, clock_timestamp(),
        clock_timestamp() + interval '5 minutes', clock_timestamp() + interval '1 hour')`;
    return `__Host-customer=${token}`;
  };
  let cookie = await signIn();

  const statusOf = (asked: ReturnType<typeof request>) =>
    asked.then(
      async ({ statusCode, body }) => {
        await body.dump();
        return statusCode;
      },
      () => 0,
    );

  const sharings: Sharings = {
    async share(count) {
      cookie = await signIn();
      const made: Sharing[] = [];
      for (let each = 0; each < count; each++) made.push(await share());
      const ids = made.map(({ consentId }) => consentId);
      const known = async () => {
        const [row] = await sql<{ count: number }[]>`
          select count(*)::int as count from assent.consent_projection
          where consent_id = any(${ids}) and status = 'authorised'`;
        return row?.count === count;
      };
      if (!(await until("our picture has what was shared", known))) throw new Error("our picture has not all of it");
      for (const each of made) {
        const status = await sharings.read(each);
        if (status !== 200) throw new Error(`what was shared is answered with ${status}`);
      }
      return made;
    },
    read: ({ token }) =>
      statusOf(
        request(`${topology.bankGateway}/open-banking/v4.0/aisp/accounts`, {
          headers: { authorization: `Bearer ${token}` },
          dispatcher: agent,
        }),
      ),
    stop: ({ consentId }, key = randomUUID()) =>
      statusOf(
        request(`${app}/dashboard/consents/${consentId}/stop`, {
          method: "POST",
          headers: {
            cookie,
            origin: topology.appOrigin,
            "sec-fetch-site": "same-origin",
            "content-type": "application/x-www-form-urlencoded",
          },
          body: new URLSearchParams({ key }).toString(),
        }),
      ),
    async close() {
      await Promise.all([tpp.close(), agent.destroy(), parts.close(), identityProvider.close()]);
    },
  };
  return sharings;
}
