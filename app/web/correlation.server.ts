import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** One request's trace: the id that links our log lines to those of the authorization server, the bank and the TPP. */
export interface Trace {
  correlationId: string;
}

const traces = new AsyncLocalStorage<Trace>();

/** RFC 4122 text form, which is what `x-fapi-interaction-id` is (FAPI 1.0 Part 1, section 6.2.1). */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

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
 * Goes on under the id that the TPP gave its intent, so that one id runs from the TPP to the bank. Ignored unless it is
 * a UUID: what is not one could carry anything into the logs and into outgoing headers.
 */
export function adoptCorrelationId(id: string): void {
  const trace = traces.getStore();
  if (trace && UUID.test(id)) trace.correlationId = id.toLowerCase();
}
