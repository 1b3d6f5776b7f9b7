import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { Database } from "../database.ts";
import { CUSTOMERS, STAFF } from "../personas.ts";
import type { Realm } from "./realm.ts";

/** Who can sign in: the bank's customers and its staff. */
export interface Person {
  /** The `sub` of their id_tokens. */
  readonly id: string;
  readonly name: string;
  /** What they may be asked to do, of staff alone. */
  readonly roles: readonly string[];
  /** Where their codes go; staff have a phone from the bank, without a number of their own. */
  readonly phone: string | null;
}

/** Argon2id (the library's default variant) at the cost that OWASP names as its first choice: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Writes the cast of `personas.ts` over whatever an earlier run left. */
export async function seedPeople(sql: Database): Promise<void> {
  const cast = [
    ...Object.values(CUSTOMERS).map((customer) => ({ ...customer, realm: "customer", roles: [] as string[] })),
    ...Object.values(STAFF).map((staff) => ({
      ...staff,
      realm: "staff",
      phone: null,
      roles: [...staff.roles] as string[],
    })),
  ];
  const rows = await Promise.all(
    cast.map(async ({ id, username, name, phone, password, realm, roles }) => {
      return { id, username, name, phone, realm, roles, password_hash: await hash(password, COST) };
    }),
  );
  await sql.begin(async (transaction) => {
    await transaction`delete from person where id <> all (${rows.map((row) => row.id)})`;
    await transaction`
      insert into person ${transaction(rows)} on conflict (id) do update
      set username = excluded.username, name = excluded.name, phone = excluded.phone, realm = excluded.realm,
          roles = excluded.roles, password_hash = excluded.password_hash
    `;
  });
}

export async function findPerson(sql: Database, id: string): Promise<Person | undefined> {
  const [row] = await sql<Person[]>`select id, name, phone, roles from person where id = ${id}`;
  return row;
}

/** User names are matched as people type them: no case, no stray blanks. */
export const normaliseUsername = (typed: string) => typed.normalize("NFKC").trim().toLowerCase();

/**
 * Finds who has this user name and password. An unknown name costs the same work as a wrong password, so that the time
 * of the answer does not tell which names exist. Somebody of the other realm is unknown here.
 */
export async function createPasswordCheck(
  sql: Database,
  realm: Realm["of"],
): Promise<(username: string, password: string) => Promise<Person | undefined>> {
  const nobody = await hash(randomBytes(16).toString("hex"), COST);
  return async (username, password) => {
    const [row] = await sql<(Person & { password_hash: string })[]>`
      select id, name, phone, roles, password_hash from person
      where username = ${normaliseUsername(username)} and realm = ${realm}
    `;
    const right = await verify(row?.password_hash ?? nobody, password);
    return row && right ? { id: row.id, name: row.name, phone: row.phone, roles: row.roles } : undefined;
  };
}
