import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { v4 as uuidv4 } from "uuid";
import { asClientId, asConsentId, asCustomerId, type ConsentId } from "~/domain/shared/ids";
import type { AuthorityEvent, ConsentRecord } from "~/ports/authorization-server";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase } from "../testing";
import { createConsentUpkeep } from "./consent-projection-upkeep";
import { createCustomerVault } from "./customer-vault";

const reversed = async (text: string) => [...text].reverse().join("");
export const SEAL = { seal: reversed, open: reversed };

/** A migrated database of its own, with the app's rights, and what keeps its projection true. */
export async function projectionWorld() {
  const server = await createTestDatabase();
  await migrate(server.url);
  const database = openDatabase(server.url);
  const owner = openDatabase(server.url, 1, 0, "login");
  const vault = createCustomerVault(database.db, SEAL);
  return {
    ...database,
    url: server.url,
    owner: owner.db,
    vault,
    upkeep: createConsentUpkeep(database.db, { tenant: "test", vault }),
    stop: async () => {
      await Promise.all([database.close(), owner.close()]);
      await server.drop();
    },
  };
}
export type ProjectionWorld = Awaited<ReturnType<typeof projectionWorld>>;

export const aConsentId = (): ConsentId => asConsentId(`aac-${randomBytes(6).toString("hex")}`);

export const aRecord = (over: Partial<ConsentRecord> = {}): ConsentRecord => ({
  id: aConsentId(),
  clientId: asClientId("tpp-beacon"),
  clientName: "Budget Beacon",
  kind: "account-access",
  status: "authorised",
  revision: 2,
  createdAt: new Date("2026-03-01T10:00:00.000Z"),
  expiresAt: new Date("2100-01-01T00:00:00.000Z"),
  accountIds: ["acc-1", "acc-2"],
  permissions: ["ReadBalances"],
  ...(over.status !== "pending" && { customer: asCustomerId("cus-1") }),
  ...over,
});

export const anEvent = (
  record: ConsentRecord,
  cause: AuthorityEvent["cause"],
  by: AuthorityEvent["by"],
): AuthorityEvent => ({ id: uuidv4(), at: new Date(), record, cause, by, correlationId: uuidv4() });

/** What became of one consent, as the tables hold it. */
export async function storyOf({ db }: Pick<OpenDatabase, "db">, id: ConsentId) {
  const [row] = await db.execute<{ status: string; version: number }>(
    sql`select * from assent.consent_projection where consent_id = ${id}`,
  );
  const versions = await db.execute<{ version: number; move: string; actor_type: string; reason: string }>(
    sql`select * from assent.consent_version_projection where consent_id = ${id} order by version`,
  );
  const told = await db.execute<{ version: number }>(
    sql`select version from assent.outbox_event where consent_id = ${id} order by version`,
  );
  const audited = await db.execute<{ version: number }>(sql`
    select (detail ->> 'version')::int as version from assent.audit_event
    where consent_id = ${id} and type = 'consent-moved' order by version`);
  return {
    row,
    moves: versions.map(({ move, actor_type, reason }) => `${move} ${actor_type} ${reason}`),
    versions: versions.map(({ version }) => version),
    told: told.map(({ version }) => version),
    audited: audited.map(({ version }) => version),
  };
}
