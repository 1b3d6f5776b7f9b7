import { randomUUID } from "node:crypto";
import { AuthorityError, type AuthorizationServer, type ConsentRecord } from "~/ports/authorization-server";
import type { ConsentUpkeep, Looked } from "~/ports/consent-register-upkeep";
import type { ConsentWalk } from "~/ports/consent-walk";
import type { DriftDesk, DriftFinding } from "~/ports/drift-desk";
import type { ByStaff } from "~/ports/evidence-book";

interface Needs {
  readonly driftDesk: Pick<DriftDesk, "find" | "takeOverCustomer" | "repaired">;
  readonly authorizationServer: Pick<AuthorizationServer, "findConsent">;
  readonly upkeep: Pick<ConsentUpkeep, "now" | "confirm" | "takeRecord">;
  readonly walk: Pick<ConsentWalk, "close">;
}

/** What would settle it, by what the authorization server says now. */
export type Proposal =
  /** It holds the consent: our picture becomes what it says. */
  | "take-record"
  /** It names another customer: the consent becomes theirs. */
  | "take-over-customer"
  /** It holds no such consent: it ends here, since it gives nobody access there. */
  | "end"
  /** Somebody or something settled it already. */
  | "nothing"
  /** It does not answer, so that nobody can say. */
  | "away";

export interface Difference {
  readonly finding: DriftFinding;
  /** As it is held now. */
  readonly theirs?: Pick<ConsentRecord, "status" | "revision">;
  readonly proposal: Proposal;
}

/**
 * One difference, held against what the authorization server says at this moment.
 *
 * @returns undefined when there is no such finding.
 * @throws DeskUnavailable
 */
export const viewDifference =
  (needs: Needs) =>
  async (id: string): Promise<Difference | undefined> => {
    const looked = await lookAgain(needs, id);
    return looked && differenceOf(looked);
  };

/**
 * Settles it as was proposed, when that is still what is to be done; else nothing is.
 *
 * @returns false when it is another matter meanwhile; undefined when there is no such finding.
 * @throws DeskUnavailable
 */
export const settleDifference =
  (needs: Needs) =>
  async (id: string, proposal: Proposal, by: ByStaff): Promise<boolean | undefined> => {
    const again = await lookAgain(needs, id);
    if (!again) return undefined;
    const { finding, record, looked } = again;
    if (differenceOf(again).proposal !== proposal) return false;
    const { driftDesk, upkeep, walk } = needs;
    switch (proposal) {
      case "take-over-customer": {
        if (!(await driftDesk.takeOverCustomer(finding.consent.id, by))) return false;
        // With this look it is theirs; one of the walk would do the same within minutes.
        if (record) await upkeep.takeRecord(record, looked);
        return true;
      }
      case "take-record": {
        if (!record) return false;
        await driftDesk.repaired(finding, "taken-over", record.status, by);
        const [other] = await upkeep.confirm([record], looked);
        return other === undefined || (await upkeep.takeRecord(other, looked)) !== "busy";
      }
      case "end":
        await driftDesk.repaired(finding, "ended", null, by);
        return walk.close(finding.consent, looked);
      case "nothing":
      case "away":
        return false;
    }
  };

interface Again {
  readonly finding: DriftFinding;
  readonly looked: Looked;
  /** Undefined when it holds none. */
  readonly record: ConsentRecord | undefined;
  readonly isAway: boolean;
}

async function lookAgain({ driftDesk, authorizationServer, upkeep }: Needs, id: string): Promise<Again | undefined> {
  const finding = await driftDesk.find(id);
  if (!finding) return undefined;
  const looked = { since: await upkeep.now(), correlationId: randomUUID() };
  if (!finding.isOpen || finding.status === undefined) return { finding, looked, record: undefined, isAway: false };
  const record = await authorizationServer.findConsent(finding.consent, looked).catch((error: unknown) => {
    if (error instanceof AuthorityError) return error;
    throw error;
  });
  return record instanceof AuthorityError
    ? { finding, looked, record: undefined, isAway: true }
    : { finding, looked, record, isAway: false };
}

function differenceOf({ finding, record, isAway }: Again): Difference {
  const theirs = record && {
    status: record.status,
    ...(record.revision !== undefined && { revision: record.revision }),
  };
  return { finding, proposal: proposalOf(finding, record, isAway), ...(theirs && { theirs }) };
}

function proposalOf(finding: DriftFinding, record: ConsentRecord | undefined, isAway: boolean): Proposal {
  if (isAway) return "away";
  if (!finding.isOpen || finding.status === undefined) return "nothing";
  if (finding.about === "customer") return record ? "take-over-customer" : "nothing";
  return record ? "take-record" : "end";
}
