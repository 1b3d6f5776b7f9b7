import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Agent, fetch } from "undici";
import { topology } from "./world.ts";

/** What the bank's analytics was told, newest first. */
export async function analyticsEvents(): Promise<readonly { readonly body: Readonly<Record<string, unknown>> }[]> {
  const dispatcher = new Agent({ connect: { ca: readFileSync(join(topology.pkiFolder, "ca.pem"), "utf8") } });
  try {
    const answer = await fetch(`${topology.analytics}/events`, { dispatcher });
    return ((await answer.json()) as { events: { body: Record<string, unknown> }[] }).events;
  } finally {
    await dispatcher.close();
  }
}
