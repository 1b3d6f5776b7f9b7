import type { KeptScope } from "~/domain/revocation/revocation-scope";
import { paths } from "~/paths";
import type { FactView } from "~/ui/admin/fact-view";
import { searchSentence } from "../admin.consents._index/present-chips";

const ERASED = "Erased since";

/** What the consents of a list have in common; whoever was erased since is named no more. */
export function scopeFact(scope: KeptScope): FactView {
  switch (scope.by) {
    case "customer":
      return { label: "Customer", value: scope.customer ?? ERASED, is: "code" };
    case "tpp":
      return { label: "TPP", value: scope.client, is: "code", href: paths.adminTpp(scope.client) };
    case "account":
      return { label: "Account", value: scope.account ?? ERASED, is: "code" };
    case "search":
      return { label: "Search", value: searchSentence(scope.filter), is: "text" };
    case "rest":
      return { label: "The rest of list", value: scope.of, is: "code", href: paths.adminRevocation(scope.of) };
  }
}
