import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { ShownPage } from "~/domain/evidence/shown-page";
import type { AccountId, ClientId, ConsentId, CustomerId } from "~/domain/shared/ids";
import type { SignaturesTold } from "./bank";
import type { FactorMet, VisitRecord } from "./consent-desk";

/**
 * Where we keep who has said yes to what takes more than one (P-28). Each change is kept with its audit event, and every
 * time is the database's.
 *
 * @throws DeskUnavailable from every method, when the record cannot be reached in time.
 */
export interface SigningDesk {
  /** Undefined for one that is not there, and for whoever was never asked about it. */
  find(id: string, customer: CustomerId): Promise<Signing | undefined>;
  /** What the first signer was shown; undefined once they were erased. */
  pageOf(signing: Signing): Promise<ShownPage | undefined>;
  /** What a signer answered, as it was shown to them; undefined for whoever gave no answer, or was erased. */
  pageAnswered(signingId: string, customer: CustomerId): Promise<ShownPage | undefined>;
  /** Opens a signer's own visit to it; once, however often they come. What they are shown there is kept with it. */
  openVisit(visit: SignerVisit): Promise<void>;
  /**
   * The factor that it rests on is used up together with it, and not without it.
   *
   * @returns false when it has moved on from `signing`, cannot be signed any more, or the factor is not open: nothing was
   * written, read it anew.
   */
  sign(signing: Signing, signature: Signature): Promise<boolean>;
  /** As {@link sign}, for whoever refuses: it is over with that (T6). No factor is ever asked for it. */
  decline(signing: Signing, answered: SignerAnswer): Promise<boolean>;
  /** Ends what was not signed in time (T7), and what ended otherwise meanwhile. How many. */
  endOverdue(limit: number): Promise<number>;
  /** What the bank has not been told yet. Whoever claims it tells it for now. */
  claimUntold(limit: number): Promise<readonly UntoldSignatures[]>;
  told(signatures: UntoldSignatures): Promise<void>;
  /** Rejected here, and perhaps still alive at the authorization server. */
  claimUnended(limit: number): Promise<readonly UnendedConsent[]>;
  ended(consent: UnendedConsent): Promise<void>;
  /** Signed by all, and perhaps still held back at the authorization server (P-08). */
  claimHeldBack(limit: number): Promise<readonly SignedConsent[]>;
  released(consent: SignedConsent): Promise<void>;
  /** Signed by all, and the earlier one that it takes the place of is perhaps still alive. */
  claimUnreplaced(limit: number): Promise<readonly UnreplacedConsent[]>;
  replaced(consent: UnreplacedConsent): Promise<void>;
}

export type SigningState = "awaiting" | "complete" | "rejected";

export interface Signing {
  readonly id: string;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  /** The TPP's brand as it came. */
  readonly clientName?: string;
  readonly kind: ConsentKind;
  /** Those that several have to agree to, and no others of the first one's. */
  readonly accountIds: readonly AccountId[];
  readonly decisionId: string;
  readonly correlationId: string;
  /** Past its due date it is rejected, also while no job has come by yet. */
  readonly state: SigningState;
  readonly because?: RejectedBecause;
  readonly required: number;
  readonly dueAt: Date;
  readonly changedAt: Date;
  readonly version: number;
  readonly signers: readonly { readonly customer: CustomerId; readonly state: SignerState; readonly at: Date }[];
}

export type SignerState = "asked" | "signed" | "declined" | "lapsed";

/** `ended`: by the TPP, by its own end, or by the bank. */
export type RejectedBecause = "signer-declined" | "timed-out" | "ended";

/** One signer in front of it, in one log-in of theirs. */
export interface SignerVisit extends VisitRecord {
  readonly signingId: string;
}

export interface SignerAnswer {
  readonly visit: SignerVisit;
  /** Names the page that was answered; left out of the record when this visit was never shown it. */
  readonly seen: string;
}

export interface Signature extends SignerAnswer {
  /** Absent where none was asked for. */
  readonly met?: FactorMet;
  readonly complete: boolean;
  readonly required: number;
  /** Who signed before and may not any more: their yes counts no longer. */
  readonly lapsed: readonly CustomerId[];
  /** Who can give the next one. */
  readonly asked: readonly CustomerId[];
}

export interface UntoldSignatures {
  readonly id: string;
  readonly consentId: ConsentId;
  readonly correlationId: string;
  readonly version: number;
  readonly told: SignaturesTold;
}

export interface SignedConsent {
  readonly id: string;
  readonly consentId: ConsentId;
  readonly correlationId: string;
}

export interface UnreplacedConsent extends SignedConsent {
  /** The earlier one. */
  readonly replaces: ConsentId;
}

export interface UnendedConsent {
  readonly id: string;
  readonly consentId: ConsentId;
  readonly correlationId: string;
  readonly because: RejectedBecause;
}

/** What goes on with signatures without a request. */
export type SigningUpkeep = Pick<
  SigningDesk,
  | "endOverdue"
  | "claimUntold"
  | "told"
  | "claimUnended"
  | "ended"
  | "claimHeldBack"
  | "released"
  | "claimUnreplaced"
  | "replaced"
>;
