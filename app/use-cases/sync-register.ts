import { randomUUID } from "node:crypto";
import type { ClientId } from "~/domain/shared/ids";
import type { AppRole } from "~/domain/tpp/app-facts";
import { rolesTaken, silenceToTell } from "~/domain/tpp/register-word";
import {
  type CertificateDay,
  certificateWatch,
  firstEnd,
  type RegisterStatement,
  registerChanges,
} from "~/domain/tpp/registration";
import { AuthorityError, type AuthorizationServer } from "~/ports/authorization-server";
import { type RefusedStatement, type TppRegister, TppRegisterUnavailable } from "~/ports/tpp-register";
import type { Looked, TppRegistrations } from "~/ports/tpp-registrations";

interface Needs {
  readonly register: TppRegister | undefined;
  readonly registrations: Pick<TppRegistrations, "claimLook" | "lastLook" | "known" | "keep" | "warned">;
  readonly authorizationServer: Pick<AuthorizationServer, "listClients">;
  readonly alert: (what: RegisterAlert) => void;
  readonly now: () => Date;
}

/** What somebody has to look at. */
export type RegisterAlert =
  | { readonly is: "refused"; readonly because: RefusedStatement["because"]; readonly count: number }
  | { readonly is: "certificate-ends"; readonly client: ClientId; readonly day: CertificateDay }
  /** From now on nobody is asked anything new with it. */
  | { readonly is: "barred"; readonly client: ClientId }
  | { readonly is: "role-taken"; readonly client: ClientId; readonly roles: readonly AppRole[] }
  /** Its last word stands, so that somebody withdrawn since goes on asking. */
  | { readonly is: "silent"; readonly days: number };

/**
 * Looks at the register and at what the authorization server has, when that is due. What cannot be had stays
 * as it was known, with its time. A statement that is older than the one that is known is somebody's repetition, and is
 * not believed.
 *
 * @returns how many were read; undefined when nothing was due
 * @throws DeskUnavailable
 */
export const syncRegister = ({ register, registrations, authorizationServer, alert, now }: Needs) => {
  const look = async (correlationId: string): Promise<Looked> => {
    const [said, authority] = await Promise.all([
      read(register, correlationId),
      authorizationServer.listClients({ correlationId }).catch((error: unknown) => {
        if (error instanceof AuthorityError) return undefined;
        throw error;
      }),
    ]);
    const theirs = authority && { authority: [...new Map(authority.map((app) => [app.clientId, app])).values()] };
    if (said === undefined || said === "away")
      return { correlationId, ...theirs, problem: said ? "away" : "no-register" };
    const known = new Map((await registrations.known()).map((each) => [each.clientId, each.register]));
    const newest = new Map<ClientId, RegisterStatement>();
    for (const statement of said.statements) {
      const other = newest.get(statement.clientId);
      if (!other || other.signedAt < statement.signedAt) newest.set(statement.clientId, statement);
    }
    const isOlder = (statement: RegisterStatement) =>
      newest.get(statement.clientId) !== statement ||
      statement.signedAt < (known.get(statement.clientId)?.signedAt ?? 0);
    const older = said.statements.filter(isOlder).map(
      ({ clientId }): RefusedStatement => ({
        because: "older-than-known",
        claims: clientId,
      }),
    );
    const refused = [...said.refused, ...older];
    for (const because of new Set(refused.map((each) => each.because))) {
      alert({ is: "refused", because, count: refused.filter((each) => each.because === because).length });
    }
    const statements = said.statements
      .filter((statement) => !isOlder(statement))
      .map((statement) => ({ said: statement, changes: registerChanges(known.get(statement.clientId), statement) }));
    for (const { said: statement, changes } of statements) {
      const { clientId: client } = statement;
      if (changes.some(({ what, after }) => (what === "standing" || what === "listed") && after === "barred"))
        alert({ is: "barred", client });
      const roles = rolesTaken(known.get(client), statement);
      if (roles.length > 0) alert({ is: "role-taken", client, roles });
    }
    return {
      correlationId,
      ...theirs,
      register: { statements, refused: refused.map(({ because, claims }) => `${because}: ${claims ?? "?"}`) },
    };
  };

  return async () => {
    if (!(await registrations.claimLook())) return undefined;
    const before = await registrations.lastLook();
    const looked = await look(randomUUID());
    const days = looked.problem === "away" ? silenceToTell(before, now()) : undefined;
    if (days !== undefined) alert({ is: "silent", days });
    await registrations.keep(looked);
    const statements = looked.register?.statements ?? [];
    for (const { said } of statements) {
      const day = certificateWatch(firstEnd(said.certificates, now()), now());
      if (day !== undefined && (await registrations.warned(said.clientId, day)))
        alert({ is: "certificate-ends", client: said.clientId, day });
    }
    return { read: statements.length, refused: looked.register?.refused.length ?? 0 };
  };
};

async function read(register: TppRegister | undefined, correlationId: string) {
  try {
    return await register?.read(correlationId);
  } catch (error) {
    if (error instanceof TppRegisterUnavailable) return "away";
    throw error;
  }
}
