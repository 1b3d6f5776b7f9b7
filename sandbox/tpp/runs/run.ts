import type { JSONWebKeySet } from "jose";
import type { Order } from "../order/order.ts";
import type { Decoupled } from "../order/reach.ts";
import type { ServerMetadata } from "../protocol/server-metadata.ts";
import type { Step } from "./step.ts";

/** One walk through the protocol, from the order to the API's answers. */
export interface Run {
  readonly id: string;
  readonly order: Order;
  /** `x-fapi-interaction-id` of every call of this run. */
  readonly interactionId: string;
  readonly startedAt: string;
  readonly phase: RunPhase;
  /** Only grows. */
  readonly steps: readonly Step[];
  readonly consentId?: string;
  /** The earlier run that this one goes on from. */
  readonly continued?: Continued;
  /** Present: the bank asks this customer on another device, and no browser is sent. */
  readonly decoupled?: Decoupled;
  /** The payment order that was placed last. */
  readonly paymentId?: string;
  readonly refusal?: Refusal;
  readonly secrets: RunSecrets;
}

/**
 *   preparing ──▶ ready ──answer taken──▶ answering ──▶ authorised ──▶ revoked
 *       └─▶ failed   ▲  └ again (request stale) ┘  ├──▶ refused    (the bank answered with an OAuth error)
 *                                                  └──▶ failed     (a check or a call went wrong; the step says why)
 *
 *   preparing ──▶ waiting ──asked for the answer──▶ waiting, authorised, refused or failed   (another device)
 */
export type RunPhase =
  | "preparing"
  | "ready"
  | "waiting"
  | "answering"
  | "authorised"
  | "refused"
  | "failed"
  | "revoked";

/** An earlier consent that the customer is asked about again, or that the new one is to stand in place of. */
export interface Continued {
  readonly runId: string;
  readonly consentId: string;
  readonly as: "same" | "replacement";
}

/** An OAuth error answer. The texts are the server's: shown as text, never trusted. */
export interface Refusal {
  readonly error: string;
  readonly description?: string;
}

/**
 * What a run must remember and never shows. The access tokens in it are bound to the TPP's certificate (RFC 8705), so
 * that whoever reads this table cannot use them.
 */
export interface RunSecrets {
  readonly metadata?: ServerMetadata;
  readonly state?: string;
  readonly nonce?: string;
  readonly codeVerifier?: string;
  readonly authorizationUrl?: string;
  /** Epoch milliseconds after which the server will no longer take `authorizationUrl`. */
  readonly requestStaleAt?: number;
  readonly gatewayKeys?: JSONWebKeySet;
  readonly clientToken?: { readonly value: string; readonly expiresAt: number };
  readonly accessToken?: string;
  /** A request for a customer on another device. */
  readonly waiting?: {
    readonly authReqId: string;
    readonly bindingMessage: string;
    /** Seconds between two questions. */
    readonly interval: number;
    readonly asked: number;
    /** Epoch milliseconds before which the server is not to be asked. */
    readonly askAgainAt: number;
    /** By which the bank proves that it is the bank when it says that there is an answer; only where it is to say so. */
    readonly notificationToken?: string;
    /** When it did; ISO 8601. */
    readonly toldAt?: string;
  };
}
