import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../database.ts";
import { TPPS, type Tpp } from "../personas.ts";

export const ROLES = ["AISP", "PISP", "CBPII"] as const;
export type Role = (typeof ROLES)[number];

/** `Withdrawn`: the firm may do nothing any more. */
export type Status = "Active" | "Withdrawn";

/** What the register says of one firm, over what the cast says. */
export interface Entry {
  readonly tpp: Tpp;
  readonly status: Status;
  readonly roles: readonly Role[];
  /** In so many days, to see what happens then; absent: when it really does. */
  readonly certificateDays?: number;
}

export const SCHEMA = /* sql */ `
  create table if not exists entry (
    client_id text primary key,
    status text not null check (status in ('Active', 'Withdrawn')),
    roles text[] not null,
    certificate_days int
  );
`;

/** The firms of the register, and how somebody changes what it says of them. */
export function createEntries(sql: Database) {
  const all = async (): Promise<readonly Entry[]> => {
    const rows = await sql<{ clientId: string; status: Status; roles: Role[]; certificateDays: number | null }[]>`
      select client_id as "clientId", status, roles, certificate_days as "certificateDays" from entry`;
    return Object.values(TPPS).map((tpp) => {
      const said = rows.find(({ clientId }) => clientId === tpp.id);
      const days = said?.certificateDays ?? undefined;
      return {
        tpp,
        status: said?.status ?? "Active",
        roles: said?.roles ?? tpp.roles,
        ...(days !== undefined && { certificateDays: days }),
      };
    });
  };
  return {
    all,
    /** @returns false for a firm that is not in it. */
    async change(clientId: string, said: Omit<Entry, "tpp">): Promise<boolean> {
      if (!Object.values(TPPS).some(({ id }) => id === clientId)) return false;
      const row = {
        client_id: clientId,
        status: said.status,
        roles: [...said.roles],
        certificate_days: said.certificateDays ?? null,
      };
      await sql`
        insert into entry ${sql(row)} on conflict (client_id) do update set status = excluded.status,
          roles = excluded.roles, certificate_days = excluded.certificate_days`;
      return true;
    },
  };
}

export type Entries = ReturnType<typeof createEntries>;

/** The transport certificate that a firm really has. */
export function certificateOf(pkiFolder: string, clientId: string) {
  const certificate = new X509Certificate(readFileSync(join(pkiFolder, `${clientId}.cert.pem`)));
  return {
    thumbprint: Buffer.from(certificate.fingerprint256.replaceAll(":", ""), "hex").toString("base64url"),
    subject: certificate.subject.replaceAll("\n", ", "),
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
  };
}
