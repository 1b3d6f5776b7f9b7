import { type SQL, sql } from "drizzle-orm";

/**
 * Every client of the picture, as the rows of `client`, the last of them null: steps from one to the next along the index,
 * so that there are as many looks as there are TPPs, however many consents each has. Begins a `with recursive`.
 */
export const clientsInTurn: SQL = sql`
  client as (
    (select client_id from assent.consent_projection order by client_id limit 1)
    union all
    select (
      select next.client_id from assent.consent_projection as next
      where next.client_id > client.client_id order by next.client_id limit 1
    ) from client where client.client_id is not null
  )`;
