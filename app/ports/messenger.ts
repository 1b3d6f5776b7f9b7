import type { Delivery } from "./delivery";

/** Sends one message to one recipient, in at most about ten seconds. */
export interface Messenger<Message = Delivery> {
  /** Never throws: whatever goes wrong is an answer. */
  send(message: Message, signal: AbortSignal): Promise<Sent>;
}

/** What became of one attempt. `problem` is a word of ours that names no person and repeats nothing from outside. */
export type Sent =
  | { readonly outcome: "delivered"; readonly code?: number }
  /** It will never be taken: somebody has to look. */
  | { readonly outcome: "refused"; readonly code?: number; readonly problem: string }
  /** It may be taken later. */
  | { readonly outcome: "failed"; readonly code?: number; readonly problem: string }
  /** There is nobody to send it to, which is nobody's fault. */
  | { readonly outcome: "skipped"; readonly problem: string }
  /** The worker was told to stop in the middle of it. */
  | { readonly outcome: "cut" };
