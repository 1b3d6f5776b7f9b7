import type { Act } from "~/domain/approvals/act";
import type { ClientId } from "~/domain/shared/ids";
import { isolated } from "~/domain/shared/isolated-text";
import { paths } from "~/paths";
import { approvalRules } from "./approval-rules";
import type { FactView } from "./fact-view";
import { counted, figure, minute } from "./staff-words";
import { TERMINATE_REASONS } from "./terminate-reasons";
import { SCOPE_WORDS } from "./tpp-words";

interface ActWords {
  /** The act in one sentence without its subject: "Revoke 1,204 consents". */
  readonly title: string;
  /** What it means for whom. */
  readonly consequence: string;
  /** The whole of what will run. */
  readonly facts: readonly FactView[];
}

/**
 * An act in words, and all of what it was asked with.
 *
 * @param tpps what the apps are called by their client ids.
 */
export function actWords(act: Act, tpps: ReadonlyMap<ClientId, string>): ActWords {
  switch (act.name) {
    case "revoke-consents": {
      const { count, reason, setId, setHash } = act.payload;
      return {
        title: `Revoke ${counted(count, "consent")}`,
        consequence:
          "The apps lose what these consents gave them. It cannot be taken back; only the customers can allow it anew. They are told.",
        facts: [
          { label: "Consents", value: figure(count) },
          { label: "Reason", value: TERMINATE_REASONS[reason] },
          {
            label: "Prepared list",
            value: setId,
            is: "code",
            href: paths.adminRevocation(setId),
            needs: "revocations:view",
          },
          { label: "Hash of the list", value: setHash, is: "code" },
        ],
      };
    }
    case "suspend-tpp": {
      const { clientId, scope, from, until, reason } = act.payload;
      const { name, means } = SCOPE_WORDS[scope];
      const stops = name.toLowerCase();
      return {
        title: `Suspend ${stops} of ${named(tpps, clientId)}`,
        consequence: means,
        facts: [
          { label: "TPP", value: clientId, is: "code", href: paths.adminTpp(clientId) },
          { label: "What is suspended", value: stops },
          { label: "From", value: `${minute(from)} UTC, and not before it is approved` },
          { label: "Until", value: until === undefined ? "It is lifted" : `${minute(until)} UTC` },
          { label: "Reason", value: reason, is: "text" },
        ],
      };
    }
    case "lift-suspension":
      return {
        title: `Lift the suspension of ${named(tpps, act.payload.clientId)}`,
        consequence: "It can do again what it could do before. What customers stopped meanwhile stays stopped.",
        facts: [
          { label: "TPP", value: act.payload.clientId, is: "code", href: paths.adminTpp(act.payload.clientId) },
          { label: "Suspension", value: act.payload.suspensionId, is: "code" },
        ],
      };
    case "export-consents":
      return {
        title: `Export ${counted(act.payload.count, "consent")}`,
        consequence: "Whoever asked can take them away as a file, once.",
        facts: [
          { label: "Consents", value: figure(act.payload.count) },
          { label: "Search", value: act.payload.query, is: "text" },
        ],
      };
    case "change-approval-policy":
      return {
        title: "Change what needs a second person",
        consequence: "It holds for what is asked for from then on. What waits already stays as it was asked for.",
        facts: [
          { label: "Made from version", value: String(act.payload.from) },
          ...approvalRules(act.payload.rules).map(({ act: label, words }) => ({ label, value: words })),
        ],
      };
  }
}

const named = (tpps: ReadonlyMap<ClientId, string>, id: ClientId): string => {
  const name = tpps.get(id);
  return name === undefined ? "one TPP" : isolated(name);
};

/** The apps that acts are about. */
export const tppsOf = (acts: readonly Act[]): readonly ClientId[] => [
  ...new Set(acts.flatMap(({ payload }) => ("clientId" in payload ? [payload.clientId] : []))),
];
