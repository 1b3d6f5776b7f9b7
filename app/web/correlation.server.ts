import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { isInteractionId } from "~/domain/shared/interaction-id";

/** One request's trace: the id that links our log lines to those of the authorization server, the bank and the TPP. */
export interface Trace {
  correlationId: string;
}

const traces = new AsyncLocalStorage<Trace>();

/** A trace with a fresh id. Ids sent by a browser are not taken over: they would let anyone forge the log's links. */
export function newTrace(): Trace {
  return { correlationId: randomUUID() };
}

export function withTrace<T>(trace: Trace, work: () => T): T {
  return traces.run(trace, work);
}

/** The id of the request being served; `undefined` outside of one. */
export function correlationId(): string | undefined {
  return traces.getStore()?.correlationId;
}

/**
 * The id to send with calls that are made for this request.
 *
 * @throws Error outside of a request: a call without an id could not be followed.
 */
export function requireCorrelationId(): string {
  const id = correlationId();
  if (id === undefined) throw new Error("there is no request to take a correlation id from");
  return id;
}

/**
 * Goes on under the id that the TPP gave its intent, so that one id runs from the TPP to the bank. Ignored unless it is
 * an interaction id.
 */
export function adoptCorrelationId(id: string): void {
  const trace = traces.getStore();
  if (trace && isInteractionId(id)) trace.correlationId = id.toLowerCase();
}
