import { Agent, fetch } from "undici";
import type { TlsIdentity } from "../../service.ts";

export interface MachineAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server chose to send
  readonly body: any;
}

/** Sends forms and JSON over mutual TLS with one certificate, or with none. */
export function createMachine(ca: string, identity?: Pick<TlsIdentity, "cert" | "key">) {
  const agent = new Agent({ connect: { ca, ...identity } });
  async function send(url: string, init: object): Promise<MachineAnswer> {
    const response = await fetch(url, { dispatcher: agent, redirect: "manual", ...init });
    const text = await response.text();
    return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
  }
  return {
    get: (url: string, headers: Record<string, string> = {}) => send(url, { headers }),
    delete: (url: string, headers: Record<string, string>) => send(url, { method: "DELETE", headers }),
    post: (url: string, form: Record<string, string>) =>
      send(url, { method: "POST", body: new URLSearchParams(form).toString(), headers: FORM }),
    postJson: (url: string, body: unknown, headers: Record<string, string> = {}) =>
      send(url, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", accept: "application/json", ...headers },
      }),
    close: () => agent.close(),
  };
}

export type Machine = ReturnType<typeof createMachine>;

const FORM = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
