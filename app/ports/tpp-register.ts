import type { RegisterStatement } from "~/domain/tpp/registration";

/** The public register of TPPs: who vouches for them, and what they may do. */
export interface TppRegister {
  /**
   * All that it says now. What is not signed by it, or is not what it promises, is told apart and not believed.
   *
   * @throws TppRegisterUnavailable
   */
  read(correlationId: string): Promise<RegisterRead>;
}

export interface RegisterRead {
  readonly statements: readonly RegisterStatement[];
  /** Why each of the others was not believed, about nobody. */
  readonly refused: readonly RefusedStatement[];
}

export interface RefusedStatement {
  readonly because: "signature" | "content" | "too-old" | "older-than-known";
  /** Whom it claims to be about, as text of theirs. */
  readonly claims?: string;
}

/** Nothing is known of what it says now. */
export class TppRegisterUnavailable extends Error {
  override readonly name = "TppRegisterUnavailable";
}
