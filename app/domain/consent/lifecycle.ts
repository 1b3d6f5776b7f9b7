import type { ActorType } from "../audit/actor";

/**
 *   (new) ─T1─▶ awaiting-upload ─T2─▶ pending ──T3────────────────────────▶ authorised   T8 renew, T16 drop an account:
 *     └──T1───────────────────────────▶ │ └─T4─▶ partially-authorised ─T5─▶ │  │  ▲      it stays where it is
 *                                       │              │  └─T4─▶ itself     │ T9  T10
 *                                       │              │                    │  ▼  │
 *                                       │              │                    │ suspended   T16 drop an account; T9 and T10 of the
 *                                       │              │                    │  │          bank, over a pause of the customer's
 *   rejected   ◀── T6 decline ──────────┴──────────────┤                    │  │
 *   rejected   ◀── T7 fail, also awaiting-upload ──────┤                    │  │
 *   revoked    ◀── T12 withdraw, any of these five ────┼────────────────────┤  │
 *   expired    ◀── T14 expire, any of these five ──────┘                    │  │
 *   revoked    ◀── T11 stop ────────────────────────────────────────────────┼──┤
 *   terminated ◀── T13 terminate, T16 when no account is left ──────────────┼──┘
 *   consumed   ◀── T15 consume ─────────────────────────────────────────────┘
 *   revoked    ─── T17 reconnect ──▶ authorised
 *
 * Consumed, rejected, revoked, terminated and expired never leave, except by T17 where the scheme lets a customer
 * authorise again what was revoked.
 */
export const CONSENT_STATUSES = [
  "awaiting-upload",
  "pending",
  "partially-authorised",
  "authorised",
  "suspended",
  "consumed",
  "rejected",
  "revoked",
  "terminated",
  "expired",
] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

interface Rule {
  /** T1–T17. */
  readonly id: string;
  /** Empty: it is how a consent begins. */
  readonly from: readonly ConsentStatus[];
  readonly to: readonly ConsentStatus[];
  readonly by: readonly ActorType[];
  readonly reasons: readonly string[];
}

/** What a customer has agreed to and nothing has ended. */
const LIVE = ["authorised", "suspended"] as const;
/** What time can still end. */
export const OPEN_STATUSES = ["awaiting-upload", "pending", "partially-authorised", ...LIVE] as const;

export const MOVES = {
  import: {
    id: "T1",
    from: [],
    to: ["pending", "awaiting-upload"],
    by: ["tpp", "system"],
    reasons: ["imported"],
  },
  upload: { id: "T2", from: ["awaiting-upload"], to: ["pending"], by: ["tpp"], reasons: ["file-uploaded"] },
  authorise: { id: "T3", from: ["pending"], to: ["authorised"], by: ["customer"], reasons: ["customer-approved"] },
  "authorise-partly": {
    id: "T4",
    from: ["pending", "partially-authorised"],
    to: ["partially-authorised"],
    by: ["customer"],
    reasons: ["signer-approved"],
  },
  complete: {
    id: "T5",
    from: ["partially-authorised"],
    to: ["authorised"],
    by: ["customer"],
    reasons: ["signers-complete"],
  },
  decline: {
    id: "T6",
    from: ["pending", "partially-authorised"],
    to: ["rejected"],
    by: ["customer"],
    reasons: [
      "customer-declined",
      "wrong-app",
      "not-me",
      "changed-mind",
      "asks-too-much",
      "wrong-account",
      "not-recognised",
      "other-reason",
      "signer-declined",
    ],
  },
  fail: {
    id: "T7",
    from: ["awaiting-upload", "pending", "partially-authorised"],
    to: ["rejected"],
    by: ["system", "tpp"],
    reasons: ["timed-out", "sca-failed", "risk-blocked", "no-eligible-account", "tpp-not-authorised", "technical"],
  },
  renew: {
    id: "T8",
    from: ["authorised"],
    to: ["authorised"],
    by: ["customer"],
    reasons: ["reauthorised", "amended", "account-added", "account-removed"],
  },
  suspend: {
    id: "T9",
    // The bank's hold comes over a customer's pause, which it keeps: from then on the customer cannot lift it.
    from: LIVE,
    to: ["suspended"],
    by: ["customer", "staff", "system"],
    reasons: ["customer-pause", "fraud-suspected", "tpp-suspended", "scheme-hold"],
  },
  resume: {
    id: "T10",
    from: ["suspended"],
    // What comes back under the bank's hold is the pause that it came over.
    to: LIVE,
    by: ["customer", "staff", "system"],
    // The second by its customer, whose pause was for so long and no longer.
    reasons: ["resumed", "pause-over"],
  },
  stop: {
    id: "T11",
    from: LIVE,
    to: ["revoked"],
    by: ["customer"],
    reasons: ["customer-stopped", "not-me", "app-not-used", "lost-trust", "superseded"],
  },
  withdraw: {
    id: "T12",
    from: OPEN_STATUSES,
    to: ["revoked"],
    by: ["tpp"],
    reasons: ["tpp-deleted"],
  },
  terminate: {
    id: "T13",
    from: LIVE,
    to: ["terminated"],
    by: ["staff", "system"],
    reasons: [
      "client-instruction-via-agent",
      "tpp-request",
      "regulatory",
      "fraud",
      "tpp-deauthorised",
      "customer-deceased",
      "account-all-closed",
    ],
  },
  expire: {
    id: "T14",
    from: OPEN_STATUSES,
    to: ["expired"],
    by: ["system"],
    reasons: ["end-date", "inactivity", "annual-limit"],
  },
  consume: { id: "T15", from: ["authorised"], to: ["consumed"], by: ["system"], reasons: ["used"] },
  "drop-account": {
    id: "T16",
    from: LIVE,
    to: ["authorised", "suspended", "terminated"],
    by: ["staff", "system"],
    reasons: ["account-closed", "cass-switch", "account-barred", "mandate-ended", "coholder-removed"],
  },
  reconnect: {
    id: "T17",
    from: ["revoked"],
    to: ["authorised"],
    by: ["customer"],
    reasons: ["reauthorised-after-stop"],
  },
} as const satisfies Record<string, Rule>;

export type Move = keyof typeof MOVES;
export type MoveReason = (typeof MOVES)[Move]["reasons"][number];

const REASONS: ReadonlySet<string> = new Set(Object.values(MOVES).flatMap(({ reasons }) => reasons));

/** A reason by its code, which others write with underscores. Undefined for one that is none of ours. */
export function moveReasonOf(code: string): MoveReason | undefined {
  const reason = code.replaceAll("_", "-");
  return REASONS.has(reason) ? (reason as MoveReason) : undefined;
}

/**
 * Why a state is on record that we came upon and whose reason nobody told us: the authorization server says what holds,
 * not always what led there.
 */
export const AS_FOUND = "as-found";
export type AsFound = typeof AS_FOUND;

/** Whether time or somebody can still change it; T17 aside. */
export const isOpen = (status: ConsentStatus): boolean => (OPEN_STATUSES as readonly ConsentStatus[]).includes(status);

/** Whether a customer's agreement stands behind it and nothing has ended that. */
export const isLive = (status: ConsentStatus): boolean => (LIVE as readonly ConsentStatus[]).includes(status);

/**
 * Whether a move leads from one status to another. From nothing by T1 alone; T16 with an account left changes no status,
 * and T8 never does.
 */
export function leads(move: Move, from: ConsentStatus | undefined, to: ConsentStatus): boolean {
  const rule: Rule = MOVES[move];
  if (from === undefined) return rule.from.length === 0 && rule.to.includes(to);
  if (!rule.from.includes(from) || !rule.to.includes(to)) return false;
  return move !== "drop-account" || to === from || to === "terminated";
}

/** Every pair of statuses that some move connects. */
export function lawfulPairs(): readonly (readonly [from: ConsentStatus, to: ConsentStatus])[] {
  const moves = Object.keys(MOVES) as Move[];
  return CONSENT_STATUSES.flatMap((from) =>
    CONSENT_STATUSES.filter((to) => moves.some((move) => leads(move, from, to))).map((to) => [from, to] as const),
  );
}
