import type { ActorType } from "../audit/actor";

/**
 *                                    ┌── T8 renew, T16 drop-account
 *                                    ▼
 *   (new) ─T1─▶ pending ──T3──▶ authorised ──T9 suspend──▶ suspended
 *     │  ▲         │   ╲            │  ▲ ◀────T10 resume────┘  │
 *     │  T2        T4   T6/T7       │  │                       │
 *     ▼  │         ▼     ╲          │  └─T17 reconnect─ revoked ◀── T11 stop, T12 withdraw
 *   awaiting-   partly-   ▼         ├─T15──▶ consumed    terminated ◀── T13 terminate, T16 with no account left
 *   upload    authorised  rejected  └──────────────────▶ expired ◀── T14 expire
 *                └─T5──▶ authorised
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

const LIVE = ["authorised", "suspended"] as const;

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
    reasons: ["customer-declined", "wrong-app", "not-me", "changed-mind", "signer-declined"],
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
    from: ["authorised"],
    to: ["suspended"],
    by: ["customer", "staff", "system"],
    reasons: ["customer-pause", "fraud-suspected", "tpp-suspended", "scheme-hold"],
  },
  resume: {
    id: "T10",
    from: ["suspended"],
    to: ["authorised"],
    by: ["customer", "staff", "system"],
    reasons: ["resumed"],
  },
  stop: {
    id: "T11",
    from: LIVE,
    to: ["revoked"],
    by: ["customer"],
    reasons: ["customer-stopped", "not-me", "app-not-used", "lost-trust"],
  },
  withdraw: {
    id: "T12",
    from: ["awaiting-upload", "pending", "partially-authorised", ...LIVE],
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
    from: ["awaiting-upload", "pending", "partially-authorised", ...LIVE],
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
