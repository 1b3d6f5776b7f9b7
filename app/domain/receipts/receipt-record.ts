import type { EndedBecause } from "../consent/decision";
import type { Mode } from "../consent/mode";
import type { PeriodicLimit } from "../consent-kinds/domestic-vrp";
import type { ConsentKind } from "../consent-kinds/index";
import type { Charge } from "../consent-kinds/payment-terms";
import type { FactorMethod } from "../factor/authentication";

/** `typ` of a signed receipt (RFC 7515, section 4.1.9). */
export const RECEIPT_TYPE = "receipt+jws";

export const SCHEMA_VERSION = "ISO-27560-2023";

/**
 * A receipt as it is signed: the record of ISO/IEC TS 27560 in its own names, and beside it (`decision`, `evidence`)
 * what that standard has no field for. Every text is plain text, ready to be shown.
 */
export interface ReceiptRecord {
  readonly schema_version: typeof SCHEMA_VERSION;
  readonly receipt_id: string;
  /** The consent. */
  readonly record_id: string;
  /** A pseudonym: nobody's once the customer is erased. */
  readonly pii_principal_id: string;
  readonly processing: readonly [Processing];
  /** The bank, then the TPP. */
  readonly parties: readonly [Party, Party];
  readonly events: readonly [ConsentEvent];
  readonly decision: DecisionPart;
  /** Hashes by which the bank can show the page that was answered. */
  readonly evidence?: EvidencePart;
}

export interface Processing {
  readonly privacy_notice: string;
  /** BCP 47. */
  readonly language: string;
  readonly purposes: readonly { readonly purpose: string }[];
  readonly lawful_basis: string;
  /** One for each line that was shown. */
  readonly pii_information: readonly PiiInformation[];
  readonly pii_controllers: readonly string[];
  readonly recipient_third_parties: readonly string[];
  /** ISO 3166-1 alpha-2, as `jurisdiction`. */
  readonly storage_locations: readonly string[];
  /** ISO 8601. */
  readonly retention_period: string;
  readonly jurisdiction: string;
  readonly withdrawal_method: string;
}

export interface PiiInformation {
  readonly pii_type: string;
  /** The permission codes that the line stands for. */
  readonly pii_attribute_id?: string;
}

export interface Party {
  readonly party_id: string;
  readonly party_name: string;
  readonly party_address: string;
  readonly party_contact: string;
  readonly party_type: "controller" | "third party";
}

export interface ConsentEvent {
  /** ISO 8601, UTC. */
  readonly event_time: string;
  /** ISO 8601 duration; "until withdrawn" for a consent without an end, "once" for a payment, "none" without a yes. */
  readonly validity_duration: string;
  readonly entity_id: string;
  readonly event_type: "explicit";
  /**
   * `requested` for what nobody refused: it came no further than that, and `decision.ended_because` says why. `withdrawn`
   * on the receipt of a stop.
   */
  readonly event_state: "given" | "refused" | "requested" | "withdrawn";
}

export interface DecisionPart {
  /** On the receipt of a stop, of the change that stopped it. */
  readonly decision_id: string;
  readonly kind: ConsentKind;
  readonly issued_at: string;
  readonly ended_because?: EndedBecause;
  /** What the customer confirmed the answer with on the bank's page; absent where the log-in was enough. */
  readonly confirmed_with?: FactorMethod;
  /** How many have to sign in all, of a yes that others have to give too: it is this customer's alone (P-28). */
  readonly signatures_required?: number;
  /** Of the case that the customer opened with the answer (P-32); what they are to quote. */
  readonly report_reference?: string;
  /** What the customer had agreed to before: asked for again, or to be replaced by this. */
  readonly earlier?: {
    readonly is: Mode["is"];
    readonly given_at: string;
    readonly was_stopped?: true;
    /** Of the one that this was to take the place of. */
    readonly consent_id?: string;
  };
  /** What was chosen; numbers by their last four characters (S-10). */
  readonly accounts: readonly { readonly name: string; readonly kind: string; readonly number: string }[];
  readonly access?: {
    readonly ends_at?: string;
    readonly history_from?: string;
    readonly history_to?: string;
  };
  readonly payment?: {
    /** Decimal, with a point. */
    readonly amount: string;
    readonly currency: string;
    readonly payee_name: string;
    /** As it is on the page: a card by its last four characters alone. */
    readonly payee_account: string;
    readonly reference?: string;
    /** When, how often and at which rate, in the words of the page that was answered. */
    readonly terms?: readonly { readonly label: string; readonly value: string }[];
    readonly charges?: readonly {
      readonly bearer: Charge["bearer"];
      readonly amount: string;
      readonly currency: string;
    }[];
  };
  readonly variable_payments?: {
    readonly most_each_time: Sum;
    readonly limits: readonly (Sum & Pick<PeriodicLimit, "period" | "alignment">)[];
    /** Absent where the TPP names the payee with each payment. */
    readonly payee_name?: string;
    readonly payee_account?: string;
    readonly reference?: string;
    readonly purpose: "sweeping" | "other";
    readonly asks_each_time: boolean;
    readonly while_away: boolean;
    readonly starts_at?: string;
    readonly ends_at?: string;
  };
  readonly file?: {
    readonly count: number;
    readonly totals: readonly Sum[];
    /** Of the file itself, base64: whoever has the file can tell that it is the one. */
    readonly sha256: string;
    readonly reference?: string;
    readonly execute_on?: string;
  };
  readonly funds?: { readonly ends_at?: string };
}

/** Decimal, with a point. */
export interface Sum {
  readonly amount: string;
  readonly currency: string;
}

export interface EvidencePart {
  readonly catalogue_version: string;
  /** SHA-256, base64url. */
  readonly payload_hash: string;
  readonly shown_hash: string;
  /** What a factor was bound to, hashed. */
  readonly factor_challenge?: string;
}
