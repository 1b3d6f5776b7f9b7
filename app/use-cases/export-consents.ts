import type { Act } from "~/domain/approvals/act";
import { searchReadOf } from "~/domain/search/consent-filter";
import { partsOfFilter, withoutNames } from "~/domain/search/named-filter";
import type { StaffId } from "~/domain/shared/ids";
import type { Position } from "~/domain/shared/position";
import type { Approval, Approvals } from "~/ports/approvals";
import type { ConsentExports, ExportAsked } from "~/ports/consent-exports";
import type { RegisteredConsent } from "~/ports/consent-register";
import type { ConsentSearch } from "~/ports/consent-search";
import { understandSearch } from "./understand-search";

interface Needs {
  readonly search: ConsentSearch;
  readonly exports: ConsentExports;
  readonly approvals: Pick<Approvals, "ask" | "ran">;
}

/** More is no list that somebody reads. */
const MOST_EXPORTED = 1_000_000;
/** So many rows are in memory at a time. */
const PAGE = 1_000;
/** A list that has grown by more since somebody agreed to it is another one. */
const GROWN = 1.1;

export interface ExportWish extends ExportAsked {
  readonly why: string;
  readonly correlationId: string;
}

export type ExportOutcome =
  /** Somebody else has to agree first. */
  | { readonly is: "waiting"; readonly approval: Approval }
  | { readonly is: "ready" }
  | { readonly is: "nothing" | "too-many" }
  /** What goes by that id is another list, or somebody else's. */
  | { readonly is: "gone" };

export interface ExportStream {
  readonly pages: AsyncGenerator<readonly RegisteredConsent[], void>;
  readonly open: ExportAsked;
}

/**
 * Lists that staff take away: every one is asked for as an act, however small, and what the policy lets nobody else
 * agree to is ready at once.
 *
 * @throws DeskUnavailable from every method
 */
export function exportConsents({ search, exports, approvals }: Needs) {
  const understand = understandSearch({ search });

  const narrowed = async (query: string) => {
    const asked = searchReadOf(new URLSearchParams(query))?.asked;
    const { found } = asked ? await understand(asked.filter) : { found: "nothing" as const };
    return asked && typeof found !== "string" ? { filter: asked.filter, order: asked.order, found } : undefined;
  };

  /** Undefined where nothing can be listed. */
  const count = async (query: string): Promise<number | undefined> => {
    const list = await narrowed(query);
    return list && (await search.count(list.found, MOST_EXPORTED + 1, "patient"));
  };

  return {
    count,

    async ask({ why, correlationId, ...asked }: ExportWish): Promise<ExportOutcome> {
      const list = await narrowed(asked.query);
      const counted = list && (await search.count(list.found, MOST_EXPORTED + 1, "patient"));
      if (!list || !counted) return { is: "nothing" };
      if (counted > MOST_EXPORTED) return { is: "too-many" };
      const count = await exports.ask({ ...asked, count: counted });
      if (count === undefined) return { is: "gone" };
      const query = withoutNames(list.filter);
      query.append("list", asked.id);
      const act: Act = { name: "export-consents", payload: { query: query.toString(), count } };
      const idempotencyKey = `export ${asked.id}`;
      const approval = await approvals.ask({ act, why, by: asked.staff, idempotencyKey, correlationId });
      await exports.waitsFor(asked.id, approval.id);
      if (approval.state !== "approved" || approval.needs !== "nobody") return { is: "waiting", approval };
      await exports.ready(asked.id, approval);
      await approvals.ran(approval.id, "done", correlationId);
      return { is: "ready" };
    },

    /** What runs the act once somebody agreed to it. */
    async makeReady(
      { payload }: Extract<Act, { name: "export-consents" }>,
      approval: Pick<Approval, "id" | "askedBy">,
    ): Promise<"done" | "failed"> {
      const list = new URLSearchParams(payload.query).get("list");
      return list !== null && (await exports.ready(list, approval)) ? "done" : "failed";
    },

    /** Its pages, once, by whoever asked for it; from then on it is in evidence that they have it. */
    async take(id: string, staff: StaffId, correlationId: string): Promise<ExportStream | "gone" | "grown"> {
      const open = await exports.readyFor(id, staff);
      const list = open && (await narrowed(open.query));
      if (!open || !list) return "gone";
      const now = await search.count(list.found, MOST_EXPORTED + 1, "patient");
      if (now === undefined || now > open.count * GROWN) return "grown";
      const { format, approvalId } = open;
      const { found, order } = list;
      const evidence = { id, staff, correlationId, format, count: now, filter: partsOfFilter(list.filter) };
      const taken = await exports.take({ ...evidence, ...(approvalId && { approvalId }) });
      return taken ? { open, pages: walk() } : "gone";

      /** @throws Error when it breaks off: a file that ended early must not look whole. */
      async function* walk() {
        for (let from: Position | undefined, first = true; first || from; first = false) {
          const page = await search.page(found, { order, size: PAGE, ...(from && { from }) });
          if (page === "too-wide") throw new Error("an export took too long");
          yield page.consents;
          from = page.older;
        }
      }
    },
  };
}
