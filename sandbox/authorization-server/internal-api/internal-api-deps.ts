import type { PeerCertificate } from "node:tls";
import type { Logger } from "pino";
import type { FindToken } from "../access/client-token.ts";
import type { Consents } from "../consents/consents.ts";
import type { Handoffs } from "../handoffs/handoff.ts";

/** What a caller wants of the internal API. Who may take decisions and who may only report orders differs. */
export type Operation = "consent_page" | "management" | "view" | "consume" | "clients";

export interface InternalApiDeps {
  readonly consents: Consents;
  readonly handoffs: Handoffs;
  /** Every payment of a consent's file; undefined where there is none. */
  readonly paymentsOf: (consentId: string) => Promise<readonly object[] | undefined>;
  readonly findToken: FindToken;
  /** The allow-list: whether the holder of this certificate, which our root has vouched for, may do this. */
  readonly isAllowed: (certificate: PeerCertificate, operation: Operation) => boolean;
  /** Every OAuth client. */
  readonly clients: readonly InternalClient[];
  readonly log: Logger;
}

export interface InternalClient {
  readonly id: string;
  readonly name: string;
  readonly uri?: string;
  readonly organisationId?: string;
  /** Of the firm, as the directory has it. */
  readonly legalName?: string;
  /** Of its software statement, as the directory signed it. */
  readonly policyUri?: string;
  readonly termsUri?: string;
  readonly contacts?: readonly string[];
  readonly roles?: readonly string[];
  /** What a TPP says it wants the data for. */
  readonly description?: string;
  /** Not a TPP: the bank's own. */
  readonly system: boolean;
  readonly scopes: readonly string[];
  readonly redirectUris: readonly string[];
  /** How it proves who it is at the token endpoint (RFC 7591, section 2), and with what. */
  readonly authentication?: string;
  readonly certificateSubject?: string;
  readonly keys?: readonly object[];
}
