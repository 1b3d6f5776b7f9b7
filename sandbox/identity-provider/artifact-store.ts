import { type Adapter, type AdapterPayload, errors } from "oidc-provider";
import type { Database } from "../database.ts";

/**
 * The OIDC library's store in PostgreSQL: one row per code, token, grant, interaction.
 *
 * The library reads first and writes later, so two requests at the same time would both win. What may happen once is
 * therefore one conditional statement here: a code redeemed (RFC 6749 section 4.1.2), a client assertion used (RFC 7523
 * section 3 item 7), an interaction resumed. And an answer never revives an interaction that was resumed meanwhile.
 */
export function createArtifactStore(sql: Database): (kind: string) => Adapter {
  return (kind) => new ArtifactStore(sql, kind);
}

class ArtifactStore implements Adapter {
  constructor(
    private readonly sql: Database,
    private readonly kind: string,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { sql, kind } = this;
    const expiresAt = expiresIn === undefined ? null : sql`now() + make_interval(secs => ${expiresIn})`;
    const insert = sql`
      insert into artifact (kind, id, payload, grant_id, uid, expires_at)
      values (${kind}, ${id}, ${sql.json(payload as never)}, ${payload.grantId ?? null}, ${payload.uid ?? null}, ${expiresAt})
    `;
    if (kind === "ReplayDetection") {
      const { count } = await sql`${insert} on conflict do nothing`;
      if (count === 0) throw new errors.InvalidClientAuth({ detail: "the client assertion was used before" });
      return;
    }
    if (kind === "Interaction" && payload.result) {
      const { count } = await sql`
        update artifact set payload = ${sql.json(payload as never)} where kind = ${kind} and id = ${id}
      `;
      if (count === 0) throw new errors.SessionNotFound("the interaction was resumed");
      return;
    }
    await sql`
      ${insert} on conflict (kind, id) do update
      set payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid, expires_at = excluded.expires_at
    `;
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.first(this.sql`id = ${id}`);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.first(this.sql`uid = ${uid}`);
  }

  /** No device flow here (RFC 8628). */
  async findByUserCode(): Promise<undefined> {}

  async consume(id: string): Promise<void> {
    const { count } = await this.sql`
      update artifact set consumed_at = now() where kind = ${this.kind} and id = ${id} and consumed_at is null
    `;
    if (count === 0) throw new errors.InvalidGrant({ detail: `${this.kind} was used before` });
  }

  async destroy(id: string): Promise<void> {
    const { count } = await this.sql`delete from artifact where kind = ${this.kind} and id = ${id}`;
    if (this.kind === "Interaction" && count === 0) throw new errors.SessionNotFound("the interaction was resumed");
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.sql`delete from artifact where grant_id = ${grantId}`;
  }

  private async first(where: ReturnType<Database>): Promise<AdapterPayload | undefined> {
    const [row] = await this.sql<{ payload: AdapterPayload; consumed: number | null }[]>`
      select payload, floor(extract(epoch from consumed_at))::int as consumed
      from artifact
      where kind = ${this.kind} and ${where} and (expires_at is null or expires_at > now())
    `;
    if (!row) return undefined;
    return row.consumed === null ? row.payload : { ...row.payload, consumed: row.consumed };
  }
}
