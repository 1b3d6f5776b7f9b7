import { sql } from "drizzle-orm";
import { asClientId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import type { KnownApp } from "~/domain/tpp/resemblance";
import { clientsInTurn } from "./clients-in-turn";
import type { createExecute } from "./execute";

interface AppRow extends Record<string, unknown> {
  readonly client_id: string;
  readonly client_name: string;
  readonly since: string;
}

/** More TPPs than any register has; whatever it held, no page waits for more. */
const MOST = 5_000;

/** Apps that somebody shares with, each since its oldest sharing. */
export const createKnownApps =
  (execute: ReturnType<typeof createExecute>) => async (): Promise<readonly KnownApp[]> => {
    const rows = await execute<AppRow>(sql`
      with recursive ${clientsInTurn}
      select client.client_id, oldest.client_name, extract(epoch from oldest.created_at) * 1000 as since
      from client, lateral (
        select client_name, created_at from assent.consent_projection as consent
        where consent.client_id = client.client_id and status = 'authorised'
        order by created_at, consent_id limit 1
      ) as oldest
      where client.client_id is not null and oldest.client_name is not null limit ${MOST}`);
    return rows.flatMap(({ client_id, client_name, since }) => {
      const name = plainText(client_name);
      return name === undefined ? [] : { clientId: asClientId(client_id), name, since: new Date(Number(since)) };
    });
  };
