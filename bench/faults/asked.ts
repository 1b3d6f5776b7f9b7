import {
  CONSENT_KINDS,
  CONSENT_TYPES,
  type ConsentType,
} from "../../sandbox/authorization-server/consents/consent-kinds.ts";
import { contentOf } from "../../sandbox/authorization-server/intents/files/file-rows.ts";
import { readObieJson } from "../../sandbox/authorization-server/intents/files/obie-json.ts";
import { aRequest, JSON_FILE } from "../../sandbox/authorization-server/intents/kinds/requests.builder.ts";
import { ACCOUNTS, CUSTOMERS } from "../../sandbox/personas.ts";

/** Who is asked, and under whose log-in. */
export const ASKED_CUSTOMER = CUSTOMERS.arun;

/** What a consent of each kind asks, as the authorization server keeps it after the TPP's calls. */
interface Asked {
  readonly request: { readonly Data: Record<string, unknown>; readonly Risk: Record<string, unknown> };
  readonly terms?: { readonly FileContent: object };
}

export const ASKED_KINDS: readonly ConsentType[] = CONSENT_TYPES;

export const isAskedKind = (name: string): name is ConsentType => (ASKED_KINDS as readonly string[]).includes(name);

/** Whether a yes to it needs a factor, after a log-in with both and of just now (P-22). */
export const needsFactor = (kind: ConsentType): boolean => CONSENT_KINDS[kind].scope === "payments";

/** A request that the customer can allow. */
export function askedFor(kind: ConsentType): Asked {
  const { Data, Risk = {} } = aRequest(kind, "v4.0") as Asked["request"];
  if (kind === "file_payment") return { request: { Data, Risk }, terms: { FileContent: contentOfFile() } };
  // Only the account that is named can be chosen, so it must be one of theirs.
  if (kind === "funds_confirmation") return { request: { Data: { ...Data, DebtorAccount: ownAccount() }, Risk } };
  return { request: { Data, Risk } };
}

function contentOfFile(): object {
  const rows = readObieJson(JSON_FILE);
  if (!rows) throw new Error("the file of the builder cannot be read");
  return contentOf(rows);
}

function ownAccount(): object {
  const own = ACCOUNTS.find(({ owners, status }) => owners.includes(ASKED_CUSTOMER.id) && status === "Enabled");
  if (!own) throw new Error(`${ASKED_CUSTOMER.username} has no account`);
  return {
    SchemeName: "UK.OBIE.SortCodeAccountNumber",
    Identification: own.number,
    Name: ASKED_CUSTOMER.name,
  };
}
