import { createHash } from "node:crypto";
import { asVisitId, type VisitId } from "~/domain/shared/ids";
import { failed, ok, type Result } from "~/domain/shared/result";
import type { AuthorizationServer, Handoff } from "~/ports/authorization-server";
import type { ConsentDesk, Visit } from "~/ports/consent-desk";

interface Needs {
  readonly authorizationServer: AuthorizationServer;
  readonly desk: ConsentDesk;
}

/**
 * The name of a visit in our own addresses: a digest of its hand-off. It gives nothing away, and the same hand-off
 * always has the same name, so that it can be opened once.
 */
export function visitIdOf({ authority, kind, ref, proof }: Handoff): VisitId {
  const digest = createHash("sha256").update(JSON.stringify([authority, kind, ref, proof]));
  return asVisitId(digest.digest("base64url").slice(0, 22));
}

/**
 * A browser brings a hand-off: asks the authorization server what it is about, and gives it to this browser alone.
 *
 * @throws AuthorityError
 */
export const openVisit =
  ({ authorizationServer, desk }: Needs) =>
  async (handoff: Handoff, ownCorrelationId: string): Promise<Result<Visit, "opened-elsewhere">> => {
    const pending = await authorizationServer.describe(handoff, { correlationId: ownCorrelationId });
    const { request } = pending;
    const visit: Visit = {
      id: visitIdOf(handoff),
      handoff,
      kind: request.subject.kind,
      consentId: request.id,
      clientId: request.requester.clientId,
      requesterName: request.requester.name,
      customer: request.customer,
      correlationId: pending.correlationId ?? ownCorrelationId,
    };
    return (await desk.openVisit(visit)) ? ok(visit) : failed("opened-elsewhere");
  };
