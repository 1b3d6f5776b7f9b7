import type { UnavailableView } from "./account-choice-view";
import type { FrameView, SignedInView } from "./frame-view";

/**
 * A page without a question: what happened, whether anything was shared or paid, what to do, one reference. Text is
 * ready to be shown; names from outside are isolated, see `domain/shared/isolated-text.ts`.
 */
export interface StopPageView {
  readonly is: StopVariant;
  readonly documentTitle: string;
  readonly frame: FrameView;
  readonly title: string;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** The customer's accounts, each with the reason why it cannot be used. */
  readonly accounts?: UnavailableView;
  readonly reference?: { readonly label: string; readonly value: string; readonly hint: string };
  readonly way?: Way;
  /** Where to call is the next thing to do: it weighs most, and the way on least (P-32). */
  readonly call?: { readonly label: string; readonly phone: string };
  /** Whose page it is, while somebody else can still go on with the request. */
  readonly signedIn?: SignedInView;
  /** Of an answer that was taken. */
  readonly receipt?: { readonly label: string; readonly href: string };
}

export type StopVariant =
  | "already-decided"
  | "expired"
  | "unknown"
  | "opened-elsewhere"
  | "withdrawn"
  | "day-passed"
  | "rate-expired"
  | "changed"
  | "confirm-over"
  | "unavailable"
  | "not-understood"
  | "requester-unknown"
  | "requester-barred"
  | "requester-suspended"
  | "no-account"
  | "named-account-not-yours"
  | "named-account-unavailable"
  | "leaving"
  | "passed-on"
  | "reported"
  | "recording";

/** The one thing to do here: follow a link, go on to the TPP, or end the request so that the TPP is told (S-08). */
export type Way =
  | { readonly by: "link"; readonly label: string; readonly href: string }
  | { readonly by: "refusing"; readonly label: string }
  | { readonly by: "going-on"; readonly label: string };
