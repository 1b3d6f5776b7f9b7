import { CompactSign, exportJWK, generateKeyPair } from "jose";
import postgres from "postgres";
import type { ChainFinding } from "~/domain/audit/chain-finding";
import { CHECKPOINT_TYPE, type Checkpoint } from "~/domain/audit/checkpoint";
import { sealAudit } from "~/jobs/seal-audit";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createAuditChain } from "../queries/audit-chain";
import { type CheckSignature, checkpointSignatures } from "./checkpoint-signature";
import { type Coverage, verifyAudit } from "./verify-audit";

/** A record of evidence in a database of its own, and somebody who may do anything to it. */
export interface TestRecord {
  readonly database: OpenDatabase;
  /** With all rights and no triggers: what an administrator with bad intentions has. */
  readonly attacker: postgres.Sql;
  /** Tells what was signed here. */
  readonly check: CheckSignature;
  /** What the log was told. */
  readonly announced: readonly (Checkpoint & { readonly signed: string })[];
  write(events: number, tenant?: string): Promise<void>;
  seal(): Promise<void>;
  sign(checkpoint: object, typ?: string): Promise<string>;
  verify(options?: {
    readonly kept?: readonly string[];
    readonly patience?: number;
    /** Awaited while it looks. */
    meanwhile?(): Promise<void>;
  }): Promise<Verified>;
  close(): Promise<void>;
}

export interface Verified {
  readonly findings: readonly ChainFinding[];
  readonly coverage: Coverage;
}

export async function createRecord(url: string, batch?: number): Promise<TestRecord> {
  await migrate(url);
  const database = openDatabase(url);
  const attacker = postgres(url, { max: 1, onnotice: () => {}, connection: { session_replication_role: "replica" } });
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  const { privateKey, publicKey } = await generateKeyPair("PS256");
  const check = checkpointSignatures({ keys: [await exportJWK(publicKey)] });
  const announced: (Checkpoint & { readonly signed: string })[] = [];
  const sign = (checkpoint: object, typ = CHECKPOINT_TYPE) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(checkpoint)))
      .setProtectedHeader({ alg: "PS256", typ })
      .sign(privateKey);
  const job = sealAudit({
    chain: createAuditChain(database.db, batch),
    signer: { sign },
    announce: (checkpoint) => announced.push(checkpoint),
  });
  return {
    database,
    attacker,
    check,
    announced,
    sign,
    async write(events, tenant = "test") {
      await owner.unsafe(someEvents(events, tenant));
    },
    async seal() {
      while ((await job.round(new AbortController().signal)).more);
    },
    async verify({ kept = [], patience = 60, meanwhile } = {}) {
      const findings: ChainFinding[] = [];
      const found = (finding: ChainFinding) => findings.push(finding);
      const checking: typeof check = async (signed) => {
        await meanwhile?.();
        return check(signed);
      };
      const coverage = await verifyAudit({ databaseUrl: url, check: checking, kept, patience, found });
      return { findings, coverage };
    },
    async close() {
      await Promise.all([database.close(), attacker.end(), owner.end()]);
    },
  };
}

/** With every column filled, a microsecond apart, and with text that is easy to get wrong. */
const someEvents = (events: number, tenant: string) => `
  with customer as (
    insert into assent.customer_key (customer_id, ref, sealed_key)
    values (gen_random_uuid()::text, gen_random_uuid(), 'sealed') returning ref
  )
  insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref, customer_ref,
    correlation_id, detail, personal)
  select gen_random_uuid(), '${tenant}', clock_timestamp(), 'decision-intended', 'consent-' || number, 'client-1',
    'account-access', 'system', 'actor-1', customer.ref, 'correlation-' || number,
    jsonb_build_object('outcome', 'allowed', 'version', number, 'text', E'Ünïcode \\u2028 "quoted" \\\\ \\n'), 'c2VhbGVk'
  from customer, generate_series(1, ${events}) as number`;
