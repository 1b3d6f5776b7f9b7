import type { CustomerId } from "~/domain/shared/ids";
import type { EndedAtBank } from "./customer-sessions";

/** Where the bank's customers log in, or its staff. */
export interface BankLogin<Who extends object = WhoIsCustomer> {
  /**
   * Where to send a browser, and what to keep of it until it comes back.
   *
   * @param language in which the customer is spoken to there, where that can be had; BCP 47.
   * @param acr how strongly, in the identity provider's word; as customers always are, unless said.
   * @throws BankLoginUnavailable
   */
  begin(language: string, acr?: string): Promise<{ readonly address: URL; readonly attempt: LogInAttempt }>;
  /**
   * What a browser came back with.
   *
   * @param answer the whole address at which it came.
   * @throws BankLoginUnavailable
   */
  complete(answer: URL, attempt: LogInAttempt): Promise<LogInAnswer<Who>>;
  /**
   * What the identity provider says has ended, when it is the identity provider who says it.
   *
   * @throws BankLoginUnavailable
   */
  readLogOut(token: string): Promise<EndedAtBank | undefined>;
}

/** Secrets of one way there and back: they belong to the browser that went. */
export interface LogInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** How strongly they were to be authenticated. */
  readonly acr: string;
}

export interface WhoIsCustomer {
  readonly customer: CustomerId;
}

export type LogInOutcome = LogInAnswer<WhoIsCustomer>;

export type LogInAnswer<Who extends object> =
  | ({
      readonly is: "logged-in";
      readonly acr: string;
      /** When they authenticated, by the provider's clock. */
      readonly authTime: Date;
      readonly bankSession?: string;
    } & Who)
  | { readonly is: "cancelled" }
  /** @param why for the log: a code, and nothing that was sent. */
  | { readonly is: "not-believed"; readonly why: string };

/** Nothing is known to be wrong with the customer or the browser. */
export class BankLoginUnavailable extends Error {
  override readonly name = "BankLoginUnavailable";
}
