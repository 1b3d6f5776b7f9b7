/** What the server must know of each kind of consent, whatever is asked for in it. */
interface ConsentKind {
  /** Its ids begin so. */
  readonly idPrefix: string;
  /** The resource of the UK Read/Write API, below the version. */
  readonly resource: `${"aisp" | "pisp" | "cbpii"}/${string}-consents`;
  /** The scope that asks for it; exactly one of them per authorisation. */
  readonly scope: "accounts" | "payments" | "fundsconfirmations";
  /**
   * `once`: one order, and it is consumed; the bank that ends it rejects it. `lasting`: used again and again until it
   * runs out or somebody ends it; the TPP may delete it and have it authorised anew.
   */
  readonly use: "once" | "lasting";
}

export const CONSENT_KINDS = {
  account_access: {
    idPrefix: "aac",
    resource: "aisp/account-access-consents",
    scope: "accounts",
    use: "lasting",
  },
  domestic_payment: payment("dpc", "domestic-payment-consents"),
  domestic_scheduled_payment: payment("dspc", "domestic-scheduled-payment-consents"),
  domestic_standing_order: payment("dsoc", "domestic-standing-order-consents"),
  file_payment: payment("fpc", "file-payment-consents"),
  international_payment: payment("ipc", "international-payment-consents"),
  international_scheduled_payment: payment("ispc", "international-scheduled-payment-consents"),
  international_standing_order: payment("isoc", "international-standing-order-consents"),
  domestic_vrp: {
    idPrefix: "vrpc",
    resource: "pisp/domestic-vrp-consents",
    scope: "payments",
    use: "lasting",
  },
  funds_confirmation: {
    idPrefix: "fcc",
    resource: "cbpii/funds-confirmation-consents",
    scope: "fundsconfirmations",
    use: "lasting",
  },
} as const satisfies Record<string, ConsentKind>;

export type ConsentType = keyof typeof CONSENT_KINDS;
export type ConsentScope = ConsentKind["scope"];

export const CONSENT_TYPES = Object.keys(CONSENT_KINDS) as readonly ConsentType[];

const ofUse = (use: ConsentKind["use"]) => CONSENT_TYPES.filter((type) => CONSENT_KINDS[type].use === use);
export const LASTING_TYPES = ofUse("lasting");
export const ONCE_TYPES = ofUse("once");

/** They open something by themselves, and no order of theirs waits at the bank until all have signed. */
export const DATA_TYPES = CONSENT_TYPES.filter((type) => CONSENT_KINDS[type].scope !== "payments");

export const isLasting = (type: ConsentType): boolean => CONSENT_KINDS[type].use === "lasting";

function payment(idPrefix: string, resource: `${string}-consents`) {
  return { idPrefix, resource: `pisp/${resource}`, scope: "payments", use: "once" } as const;
}
