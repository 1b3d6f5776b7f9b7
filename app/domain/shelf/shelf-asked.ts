import { CONSENT_KINDS, type ConsentKind, isConsentKind } from "../consent-kinds/index";
import { type AccountId, asAccountId, asClientId, type ClientId } from "../shared/ids";
import { cursorOf, type Position, positionOf } from "../shared/position";

/** The lists that a customer's consents are shown in (D-03, D-17, D-18). */
export const SHELF_TABS = ["sharing", "action", "payments", "checks", "ended"] as const;
export type ShelfTab = (typeof SHELF_TABS)[number];

/** Which consents a customer asked to see: the whole state of the list, as its address has it (C-18). */
export interface ShelfAsked {
  readonly tab: ShelfTab;
  /** How what goes on is grouped (D-01). */
  readonly by: "app" | "account";
  readonly text?: string;
  readonly kind?: ConsentKind;
  readonly status?: "active" | "paused";
  readonly client?: ClientId;
  readonly account?: AccountId;
  readonly from?: Position;
}

const LONGEST_TEXT = 100;
const LONGEST_ID = 256;

/** Reads an address. What makes no sense in it is as if it were not there (D-19). */
export function shelfAskedOf(query: URLSearchParams): ShelfAsked {
  const given = (name: string, longest = LONGEST_ID): string | undefined => {
    const value = query.get(name)?.replaceAll("\0", "").trim();
    return value && value.length <= longest ? value : undefined;
  };
  const tab = SHELF_TABS.find((each) => each === query.get("show")) ?? "sharing";
  const text = given("find", LONGEST_TEXT);
  const kind = given("kind");
  const status = given("status");
  const client = given("app");
  const account = given("account");
  const from = positionOf(query);
  return {
    tab,
    by: tab === "sharing" && query.get("by") === "account" ? "account" : "app",
    ...(text && { text }),
    ...(kind && isConsentKind(kind) && kindsOf(tab).includes(kind) && { kind }),
    ...((status === "active" || status === "paused") && { status }),
    ...(client && { client: asClientId(client) }),
    ...(account && { account: asAccountId(account) }),
    ...(from && { from }),
  };
}

/** The address's part that `shelfAskedOf` reads the same from; empty for what is shown at first. */
export function queryOf({ tab, by, text, kind, status, client, account, from }: ShelfAsked): string {
  const query = new URLSearchParams({
    ...(tab !== "sharing" && { show: tab }),
    ...(by !== "app" && { by }),
    ...(text && { find: text }),
    ...(kind && { kind }),
    ...(status && { status }),
    ...(client && { app: client }),
    ...(account && { account }),
    ...(from && cursorOf(from)),
  });
  return query.size === 0 ? "" : `?${query}`;
}

/** Whether only some of a list is asked for. */
export const isNarrowed = ({ text, kind, status, client, account }: ShelfAsked): boolean =>
  [text, kind, status, client, account].some((each) => each !== undefined);

const LASTING = ["account-access", "domestic-vrp", "funds-confirmation"] as const satisfies readonly ConsentKind[];
const KINDS: Readonly<Record<ShelfTab, readonly ConsentKind[]>> = {
  sharing: ["account-access"],
  action: CONSENT_KINDS,
  payments: CONSENT_KINDS.filter((kind) => kind !== "account-access" && kind !== "funds-confirmation"),
  checks: ["funds-confirmation"],
  ended: LASTING,
};

/** The kinds that a list can hold. */
export const kindsOf = (tab: ShelfTab): readonly ConsentKind[] => KINDS[tab];
