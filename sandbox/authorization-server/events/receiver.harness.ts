import type { IncomingMessage, ServerResponse } from "node:http";
import { decodeJwt } from "jose";
import { listen } from "../../service.ts";

export interface ReceivedEvent {
  readonly body: string;
  readonly headers: IncomingMessage["headers"];
  readonly path: string | undefined;
  readonly id: string;
  readonly consentId: string;
  readonly revision: number;
}

type Behaviour = (response: ServerResponse, event: ReceivedEvent) => void;

export const takes: Behaviour = (response) => void response.writeHead(202).end();

/** Stands where the consent app takes events: keeps what came, in order, and answers as a test tells it to. */
export async function startReceiver(port = 0) {
  const state = { behaviour: takes, received: [] as ReceivedEvent[] };
  const listening = await listen("app", port, async (request, response) => {
    // The authorization server also reads what is denied here: this consent app has no such list.
    if (request.method !== "POST") return void response.writeHead(404).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { jti = "", events } = decodeJwt<{ events: Record<string, { consent_id: string; revision: number }> }>(body);
    const [change] = Object.values(events);
    const event = {
      body,
      headers: request.headers,
      path: request.url,
      id: jti,
      consentId: change?.consent_id ?? "",
      revision: change?.revision ?? 0,
    };
    state.received.push(event);
    state.behaviour(response, event);
  });
  return Object.assign(state, {
    port: listening.port,
    of: (consentId: string) => state.received.filter((event) => event.consentId === consentId),
    close: () => listening.close(),
  });
}
