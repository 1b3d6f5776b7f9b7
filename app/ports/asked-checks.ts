import type { StaffId } from "~/domain/shared/ids";

/** What staff can ask to be looked through in the background: too long for a page to wait for. */
const CHECK_KINDS = ["verify-record", "count-due"] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/**
 * Long looks that staff asked for: one of each kind at a time, kept so that a killed worker loses none.
 *
 * @throws DeskUnavailable from every method
 */
export interface AskedChecks {
  /** Written down with whoever asked. False while one of this kind is under way. */
  ask(asked: { readonly kind: CheckKind; readonly by: StaffId; readonly correlationId: string }): Promise<boolean>;
  /** Ends the one under way, for whoever asked for it and for nobody else. False where there is none of theirs. */
  stop(asked: { readonly kind: CheckKind; readonly by: StaffId; readonly correlationId: string }): Promise<boolean>;
  /** Newest first. */
  recent(kind: CheckKind, limit: number): Promise<readonly AskedCheck[]>;
  /** Takes one that nobody works on; whoever has it keeps it by telling how far it has come. */
  claim(): Promise<ClaimedCheck | undefined>;
  /**
   * @param expected how many there are to look at, where that is known.
   * @returns false when it has been ended meanwhile: there is nothing to go on for.
   */
  cameTo(id: string, looked: number, expected?: number): Promise<boolean>;
  end(check: ClaimedCheck, ended: EndedCheck): Promise<void>;
}

export interface ClaimedCheck {
  readonly id: string;
  readonly kind: CheckKind;
}

export interface EndedCheck {
  readonly outcome: "done" | "failed";
  readonly looked: number;
  /** What it found, as JSON can hold it; nothing about a person. */
  readonly result?: unknown;
}

export interface AskedCheck extends ClaimedCheck {
  readonly askedBy: StaffId;
  readonly askedAt: Date;
  readonly startedAt?: Date;
  readonly looked: number;
  readonly expected?: number;
  readonly ended?: {
    readonly at: Date;
    readonly outcome: EndedCheck["outcome"] | "stopped";
    readonly result: unknown;
  };
}

/** Looks at everything of one kind; says what it found, as JSON can hold it. */
export type Look = (told: {
  /** Awaited now and then; throws once the process stops, or the look was stopped. */
  cameTo(looked: number, expected?: number): Promise<void>;
}) => Promise<unknown>;
