import { vi } from "vitest";
import { migrate } from "#db/migrate";
import { createTestDatabase } from "#db/testing";
import { TEST_ENVIRONMENT } from "~/env.harness";
import { closeServices } from "~/web/services.server";
import { startMisbehavingUpstreams } from "./misbehaving-upstreams.harness";

export interface VisitRoutes {
  readonly upstreams: Awaited<ReturnType<typeof startMisbehavingUpstreams>>;
  stop(): Promise<void>;
}

/** The routes of a visit as they are, on PostgreSQL, between an authorization server and a bank that do what they are told. */
export async function startVisitRoutes(more: Readonly<Record<string, string>> = {}): Promise<VisitRoutes> {
  const database = await createTestDatabase();
  await migrate(database.url);
  const upstreams = await startMisbehavingUpstreams();
  const settings = {
    ...TEST_ENVIRONMENT,
    DATABASE_URL: database.url,
    AS_BASE_URL: upstreams.url,
    AS_TOKEN_URL: `${upstreams.url}/token`,
    BANK_BASE_URL: upstreams.url,
    ...more,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return {
    upstreams,
    async stop() {
      await closeServices();
      await upstreams.close();
      await database.drop();
      vi.unstubAllEnvs();
    },
  };
}
