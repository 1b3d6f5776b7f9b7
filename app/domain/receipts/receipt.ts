import type { ConsentKind } from "../consent-kinds/index";

/** `typ` of a signed receipt, so that nothing else that we sign can pass for one (RFC 8725, section 3.11). */
export const RECEIPT_TYPE = "receipt+jws";

/**
 * What a customer is given of a decision: a consent receipt with the field names of ISO/IEC TS 27560:2023, and in
 * `decision` what the standard has no place for. It says everything in itself, so that it can be read and checked when
 * our own record of it is long gone.
 */
export interface Receipt {
  readonly schema_version: "ISO-27560-2023";
  readonly receipt_id: string;
  /** The consent at the authorization server. */
  readonly record_id: string;
  /** The customer's pseudonym. */
  readonly pii_principal_id: string;
  readonly processing: readonly Processing[];
  readonly parties: readonly Party[];
  readonly events: readonly ReceiptEvent[];
  readonly decision: DecisionRecord;
}

export interface Processing {
  readonly privacy_notice: string;
  /** BCP 47. */
  readonly language: string;
  readonly purposes: readonly { readonly purpose: string }[];
  readonly lawful_basis: string;
  readonly pii_information: readonly PiiInformation[];
  readonly pii_controllers: readonly string[];
  readonly recipient_third_parties: readonly string[];
  /** ISO 3166-1. */
  readonly storage_locations: readonly string[];
  /** ISO 8601 duration. */
  readonly retention_period: string;
  readonly jurisdiction: string;
  readonly withdrawal_method: string;
}

export interface PiiInformation {
  readonly pii_type: string;
  /** The permission as the standard of the API names it. */
  readonly pii_attribute_id?: string;
}

export interface Party {
  readonly party_id: string;
  readonly party_name: string;
  readonly party_address: string;
  readonly party_contact: string;
  readonly party_type: "controller" | "third party";
  readonly party_url?: string;
}

export interface ReceiptEvent {
  /** ISO 8601, UTC. */
  readonly event_time: string;
  /** ISO 8601 duration; `until withdrawn` and `once` where there is none. */
  readonly validity_duration: string;
  readonly entity_id: string;
  readonly event_type: "explicit";
  readonly event_state: "given" | "refused";
}

export interface DecisionRecord {
  readonly decision_id: string;
  readonly kind: ConsentKind;
  readonly outcome: "allowed" | "refused";
  /** ISO 8601, UTC: when the receipt was issued. */
  readonly issued_at: string;
  readonly issued_by: string;
  readonly requester: string;
  /** Absent where no page with the question was kept, such as for a "no" on a page that could not ask. */
  readonly shown?: ShownReference;
  readonly said: Said;
}

/** Which page the answer was given on; the bank keeps that page under this name. */
export interface ShownReference {
  readonly shown_hash: string;
  readonly payload_hash: string;
  readonly catalogue_version: string;
}

/** What was agreed to or refused, in the words that were on the page. Names from outside are isolated. */
export interface Said {
  readonly question: string;
  readonly sections: readonly SaidSection[];
}

export interface SaidSection {
  readonly title: string;
  readonly lines: readonly { readonly label?: string; readonly text: string }[];
}
