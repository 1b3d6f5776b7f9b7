import { validate as isUuid } from "uuid";
import type { RevocationReason } from "~/domain/revocation/bulk-revocation";
import { parseScope, type RevocationScope, type SearchScope } from "~/domain/revocation/revocation-scope";
import { searchReadOf } from "~/domain/search/consent-filter";
import type { RevocationFormView } from "~/ui/admin/revocation-form";
import { terminateReasonOf } from "~/ui/admin/terminate-reasons";

export interface RevocationForm {
  /** Undefined for what names nothing. */
  readonly scope: RevocationScope | undefined;
  readonly reason: RevocationReason | undefined;
  /** Undefined where the form was not ours. */
  readonly key: string | undefined;
  /** As it was filled in. */
  readonly by: string;
  readonly of: string;
  /** It comes from the list of consents, and asks nothing yet. */
  readonly isNew: boolean;
}

/** @throws Response 400 for a search or a list that we never named */
export function revocationFormIn(form: FormData): RevocationForm {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const [by, of, key] = [text("by"), text("of"), text("key")];
  return {
    scope: by === "search" ? searchIn(text("search")) : by === "rest" ? restIn(of) : parseScope(by, of),
    reason: terminateReasonOf(text("reason")),
    key: isUuid(key) ? key : undefined,
    by,
    of: of.slice(0, 128),
    isNew: by === "search" && !form.has("key"),
  };
}

function searchIn(query: string): SearchScope {
  const read = searchReadOf(new URLSearchParams(query));
  // Without a part of it, it would be for more than was asked for.
  if (!read || read.ignored.length > 0) throw new Response(null, { status: 400 });
  return { by: "search", filter: read.asked.filter, order: read.asked.order };
}

function restIn(of: string): RevocationScope {
  if (!isUuid(of)) throw new Response(null, { status: 400 });
  return { by: "rest", of };
}

/** What has to be filled in anew. */
export const wrongIn = ({ scope, reason, by }: RevocationForm): RevocationFormView["wrong"] => [
  ...(by === "" ? (["by"] as const) : []),
  ...(scope || by === "" ? [] : (["of"] as const)),
  ...(reason ? [] : (["reason"] as const)),
];
