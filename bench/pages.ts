import { writeFileSync } from "node:fs";
import { request } from "undici";
import type { Target } from "./load.ts";
import type { ServerProcess } from "./server-process.ts";
import { LOGIN } from "./stub-answers.ts";
import type { World } from "./world.ts";

/** The two pages that are compared, and the HTML that both answer. */
export interface Pages {
  readonly bare: Target;
  readonly app: Target;
  readonly html: string;
}

/**
 * Brings the hand-off to the app as a browser does, and shows the baseline which page it has to imitate.
 *
 * @throws Error when either page does not come, or when they differ: then they would not be comparable. A hand-off opens
 *   once, so that this works once in a world.
 */
export async function openPages(
  { app, bare, pageFile }: World,
  processes: { readonly app: ServerProcess; readonly bare: ServerProcess },
): Promise<Pages> {
  const handoff = new URLSearchParams({ login_id: LOGIN.id, login_state: LOGIN.state, consent_type: "account_access" });
  const opened = await request(`${app.origin}/consent?${handoff}`);
  await opened.body.dump();
  const cookie = [opened.headers["set-cookie"] ?? []].flat()[0]?.split(";")[0];
  const path = String(opened.headers.location);
  if (opened.statusCode !== 303 || !cookie || !path.startsWith("/consent/")) {
    throw new Error(`the hand-off was answered with ${opened.statusCode} and not with a visit`);
  }
  const html = await read(app.origin + path, { cookie });
  writeFileSync(pageFile, html);
  const length = Buffer.byteLength(html);
  const pages: Pages = {
    app: { origin: app.origin, path, headers: { cookie }, length, pid: processes.app.pid },
    bare: { origin: bare.origin, path: "/consent", headers: {}, length, pid: processes.bare.pid },
    html,
  };
  if ((await read(`${bare.origin}/consent`, {})) !== html) throw new Error("the two pages differ");
  return pages;
}

async function read(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const { statusCode, body } = await request(url, { headers });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`a page was answered with ${statusCode}`);
  return text;
}
