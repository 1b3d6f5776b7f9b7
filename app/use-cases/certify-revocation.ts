import { notBegun } from "~/domain/revocation/bulk-revocation";
import { partsOfFilter } from "~/domain/search/named-filter";
import type { Approvals } from "~/ports/approvals";
import type { BulkRevocation, BulkRevocations } from "~/ports/bulk-revocations";
import type { Signer } from "~/ports/signer";

interface Needs {
  readonly revocations: Pick<BulkRevocations, "read">;
  readonly approvals: Pick<Approvals, "find">;
  readonly signer: Pick<Signer, "sign">;
  /** Who signs it: our origin. */
  readonly issuer: string;
}

/** So that no other signed word of ours can be taken for one. */
const REVOCATION_RECEIPT_TYPE = "bulk-revocation+jws";

/**
 * One receipt for all consents of a list that has run: who wanted it, who agreed, which list, and what came of it. It names
 * no consent: whoever has the ids can work out the list's hash.
 *
 * @returns compact JWS; undefined before it has ended
 * @throws DeskUnavailable
 */
export const certifyRevocation =
  ({ revocations, approvals, signer, issuer }: Needs) =>
  async (id: string): Promise<string | undefined> => {
    const list = await revocations.read(id);
    if (!list?.approvalId || !list.startedAt || !list.endedAt) return undefined;
    const approval = await approvals.find(list.approvalId);
    return signer.sign(
      {
        iss: issuer,
        iat: Math.floor(list.endedAt.getTime() / 1_000),
        revocation: written(list),
        approval: approval && {
          id: approval.id,
          hash: approval.hash,
          why: approval.why,
          ...(approval.decidedBy && { decided_by: approval.decidedBy }),
          ...(approval.decidedFor && { decided_for: approval.decidedFor }),
          ...(approval.brokenGlass && { without_second_person: approval.brokenGlass.because }),
        },
      },
      REVOCATION_RECEIPT_TYPE,
    );
  };

const written = (list: BulkRevocation) => ({
  id: list.id,
  scope: list.scope.by,
  ...(list.scope.by === "search" && { search: partsOfFilter(list.scope.filter) }),
  ...(list.scope.by === "rest" && { rest_of: list.scope.of }),
  reason: list.reason,
  prepared_by: list.preparedBy,
  prepared_at: list.preparedAt.toISOString(),
  list_sha256: list.setHash,
  consents: list.count,
  by_tpp_and_kind: list.breakdown.map(({ clientId, kind, count }) => ({ client_id: clientId, kind, consents: count })),
  started_at: list.startedAt?.toISOString(),
  ended_at: list.endedAt?.toISOString(),
  ...(list.stopAskedBy && { stopped_by: list.stopAskedBy }),
  results: {
    revoked: list.revoked,
    ended_before: list.endedBefore,
    not_revoked: list.notRevoked,
    not_begun: notBegun(list),
  },
});
