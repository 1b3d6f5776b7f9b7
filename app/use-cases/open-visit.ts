import { createHash } from "node:crypto";
import { inShort } from "~/domain/consent/mode";
import { endOf } from "~/domain/consent-kinds/index";
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
 * @param seal makes what the browser will own the visit by.
 * @throws AuthorityError, DeskUnavailable
 */
export const openVisit =
  ({ authorizationServer, desk }: Needs) =>
  async <Sealed>(
    handoff: Handoff,
    ownCorrelationId: string,
    seal: (visit: Visit, answerBy: Date | undefined) => Promise<Sealed>,
  ): Promise<Result<{ visit: Visit; sealed: Sealed }, "opened-elsewhere">> => {
    const pending = await authorizationServer.describe(handoff, { correlationId: ownCorrelationId });
    const { request } = pending;
    const visit: Visit = {
      id: visitIdOf(handoff),
      handoff,
      kind: request.subject.kind,
      ...(request.mode && { mode: inShort(request.mode) }),
      consentId: request.id,
      clientId: request.requester.clientId,
      requesterName: request.requester.name,
      customer: request.customer,
      correlationId: pending.correlationId ?? ownCorrelationId,
      ...(request.otherScreen && { decoupled: true }),
    };
    // Before the hand-off is taken: what could not be given to the browser must not be gone.
    const sealed = await seal(visit, request.answerBy);
    return (await desk.openVisit(visit, endOf(request.subject))) ? ok({ visit, sealed }) : failed("opened-elsewhere");
  };
