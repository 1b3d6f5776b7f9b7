import type { ToldReason } from "~/domain/consent/decision";
import type { Cluster, LineId } from "~/domain/permissions/clusters";
import type { AccountChoiceView } from "./account-choice-view";
import type { AlreadyView } from "./already-sharing";
import type { DomesticVrpView } from "./consent-kinds/domestic-vrp-view";
import type { FilePaymentView } from "./consent-kinds/file-payment-view";
import type { FundsConfirmationView } from "./consent-kinds/funds-confirmation-view";
import type { PaymentView } from "./consent-kinds/payment-view";
import type { CannotItem, ChangeTag } from "./facts-view";
import type { FrameView, SignedInView } from "./frame-view";
import type { StopPageView } from "./stop-page-view";

/**
 * All that the consent page says, as text that is ready to be shown: rendering it decides nothing, so that this object
 * is the record of what the customer saw. Names from outside are isolated, see `domain/shared/isolated-text.ts`.
 */
export type ConsentPageView = QuestionView | MomentView | StoppedView;

/** Nobody may say yes here: the page says why, and leads back. */
export interface StoppedView {
  readonly state: "stopped";
  readonly documentTitle: string;
  readonly stop: StopPageView;
}

/** Stands before the question where the bank's own checks ask for it (P-16); the same warning for every app. */
export interface MomentView {
  readonly state: "moment";
  readonly documentTitle: string;
  readonly frame: FrameView;
  readonly title: string;
  /** What is asked, and by whom. */
  readonly about: readonly Note[];
  readonly signedIn?: SignedInView;
  readonly intro: string;
  readonly checks: readonly string[];
  readonly goOn: string;
  readonly refuse: string;
  readonly time?: TimeView;
}

export interface QuestionView {
  readonly state: "question";
  readonly documentTitle: string;
  readonly frame: FrameView;
  readonly parties: PartiesView;
  /** Whose page it is, and the way to make it somebody else's. */
  readonly signedIn?: SignedInView;
  readonly promise: string;
  /** What the screen shows where the request comes from, to be held against this one (P-24). */
  readonly otherScreen?: Note;
  readonly subject: AccountAccessView | PaymentView | DomesticVrpView | FilePaymentView | FundsConfirmationView;
  readonly already?: AlreadyView;
  /** Asked for the same again: the question in its own words, and what is asked folded under `details` (P-10). */
  readonly again?: {
    readonly question: string;
    readonly note: Note;
    /** What it is, in a few words (U-09). */
    readonly inShort: { readonly title: string; readonly items: readonly string[] };
    readonly details: string;
  };
  /** That it takes the place of an earlier one; what differs has its tag where it stands (P-11). */
  readonly inItsPlace?: Note;
  /** What a no leaves as it is, where there is something. */
  readonly ifNot?: string;
  readonly accounts: AccountChoiceView;
  readonly summary: string;
  readonly afterwards: Note;
  readonly allow: string;
  readonly refuse: string;
  readonly reasons: RefusalReasonsView;
  readonly time?: TimeView;
  readonly problem?: { readonly title: string; readonly message: string; readonly href: string };
}

/** Ways to say no and why with one press (P-25). */
export interface RefusalReasonsView {
  readonly title: string;
  readonly hint: string;
  readonly reasons: readonly { readonly id: ToldReason; readonly label: string }[];
}

/** Until when there is an answer to give (P-26). Times of day are the bank's, so that no sentence goes stale. */
export interface TimeView {
  readonly until: string;
  /** Comes up when the end is near. */
  readonly nearlyOver: string;
  /** Where more can be had. */
  readonly more?: string;
}

export interface Note {
  readonly title: string;
  readonly text: string;
}

export interface PartiesView {
  readonly label: string;
  readonly bank: PartyView;
  readonly between: string;
  readonly app: PartyView;
}

export interface PartyView {
  readonly name: string;
  /** Where there is no logo that we trust; the bank has its mark. */
  readonly monogram?: string;
  readonly note: string;
  /** "FCA number 731904", to look the firm up. */
  readonly registration?: string;
  /** The whole of a name that is too long to be read in one, to unfold. */
  readonly whole?: Note;
  /** The firm's own name, to unfold. */
  readonly legal?: Note;
  /** Said where the name could be taken for another. */
  readonly looksLike?: string;
  /** Whether the customer has connected with it before (P-15). */
  readonly acquaintance?: string;
}

export interface AccountAccessView {
  readonly kind: "account-access";
  readonly question: string;
  readonly willSee: string;
  readonly clusters: readonly ClusterView[];
  readonly cannot: { readonly title: string; readonly items: readonly CannotItem[] };
  readonly why: {
    readonly title: string;
    readonly caption?: string;
    readonly text: string;
    /** Where `text` is the beginning of something long. */
    readonly whole?: Note;
  };
  /** What was seen before and is not any more. */
  readonly noLonger?: {
    readonly title: string;
    readonly lines: readonly { readonly id: LineId; readonly text: string; readonly tag: ChangeTag }[];
  };
  readonly howLong: {
    readonly title: string;
    readonly until: string;
    readonly note: string;
    readonly tag?: ChangeTag;
  };
}

export interface ClusterView {
  readonly id: Cluster;
  readonly title: string;
  readonly summary: string;
  /** The days that the data is from, where the data has days. */
  readonly history?: string;
  /** Of the group as a whole, since its lines are folded. */
  readonly tag?: ChangeTag;
  readonly lines: readonly { readonly id: LineId; readonly text: string; readonly tag?: ChangeTag }[];
  /** Said where the lines show other people too. */
  readonly others?: string;
  /** Whoever identifies a person is shown from the start. */
  readonly open: boolean;
  /** Asks for an example of the customer's own data, or takes it away (P-05); the example itself is never in here. Only on the question. */
  readonly example?: { readonly show: string; readonly label: string; readonly isOpen: boolean };
}
