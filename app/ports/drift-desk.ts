import type { ConsentStatus } from "~/domain/consent/lifecycle";
import type { ConsentId } from "~/domain/shared/ids";
import type { ConsentReference } from "./authorization-server";
import type { ByStaff } from "./evidence-book";

/**
 * Where the authorization server and we differ and nobody has settled it.
 *
 * @throws DeskUnavailable from every method
 */
export interface DriftDesk {
  /** In the order of their consents. */
  open(size: number, place?: DriftPlace): Promise<DriftPage>;
  find(id: string): Promise<DriftFinding | undefined>;
  standing(): Promise<DriftStanding>;
  /** The consent is whose the authorization server says. False where nothing is disputed any more. */
  takeOverCustomer(consent: ConsentId, by: ByStaff): Promise<boolean>;
  /** Writes down that somebody had a difference settled, and what the authorization server held. */
  repaired(finding: DriftFinding, repair: "taken-over" | "ended", authority: string | null, by: ByStaff): Promise<void>;
}

export interface DriftPlace {
  readonly side: "after" | "before";
  readonly consentId: string;
  readonly about: string;
}

export interface DriftPage {
  readonly rows: readonly DriftFinding[];
  readonly newer?: DriftPlace;
  readonly older?: DriftPlace;
}

export interface DriftFinding {
  readonly id: string;
  readonly consent: ConsentReference;
  readonly about: "state" | "customer";
  readonly foundAt: Date;
  readonly isOpen: boolean;
  /** As we have it now; absent once the consent is gone. */
  readonly status?: ConsentStatus;
  readonly version?: number;
  /** What was told when it was found. */
  readonly theirs?: string;
}

export interface DriftStanding {
  /** Counted up to a thousand. */
  readonly open: number;
  readonly disputed: number;
  /** Of the walk through all consents of the authorization server. */
  readonly walk?: { readonly seen: number; readonly startedAt?: Date; readonly endedAt?: Date };
}
