import { Agent, fetch, type RequestInit } from "undici";
import { type TlsIdentity, tlsIdentity } from "../service.ts";
import type { Topology } from "../topology.ts";

/** The authorization server did not answer, or not with what it promises. Callers fail closed. */
export class AuthorizationServerUnavailable extends Error {}

/** It did answer, and not with what it promises. */
export class NotAsPromised extends AuthorizationServerUnavailable {}

export interface AuthorizationServerAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The bank's mutual-TLS connection to the authorization server. */
export interface AuthorizationServerConnection {
  /** @throws AuthorizationServerUnavailable on a network error, a time-out, a 5xx, or an answer that is not JSON. */
  post(
    url: string,
    form: Record<string, string> | undefined,
    headers: Record<string, string>,
  ): Promise<AuthorizationServerAnswer>;
  /** @throws AuthorizationServerUnavailable alike. */
  get(url: string, headers: Record<string, string>): Promise<AuthorizationServerAnswer>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 3_000;

/** Keeps connections alive: a fresh handshake costs more than the introspection it carries. */
export function connectAuthorizationServer(topology: Topology): AuthorizationServerConnection {
  const identity: TlsIdentity = tlsIdentity(topology.pkiFolder, "bank");
  const agent = new Agent({ connect: { ...identity }, connections: 16 });
  const call = async (url: string, init: RequestInit): Promise<AuthorizationServerAnswer> => {
    try {
      const response = await fetch(url, {
        ...init,
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
        dispatcher: agent,
      });
      const text = await response.text();
      if (response.status >= 500) throw new Error(`status ${response.status}`);
      return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
    } catch (error) {
      throw new AuthorizationServerUnavailable("the authorization server did not answer", { cause: error });
    }
  };
  return {
    post: (url, form, headers) =>
      call(url, {
        method: "POST",
        headers: { accept: "application/json", ...headers },
        ...(form && { body: new URLSearchParams(form) }),
      }),
    get: (url, headers) => call(url, { headers: { accept: "application/json", ...headers } }),
    close: () => agent.destroy(),
  };
}
