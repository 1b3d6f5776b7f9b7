import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { AppLoadContext } from "@remix-run/node";
import { spokenTo } from "~/web/language.server";
import { isFromMachine, isMachineRoute, isSameOrigin } from "~/web/origin-check.server";
import type { AppBuild } from "./app-build";
import type { Health } from "./health";
import { answerManifest, MANIFEST_PATH } from "./manifest";
import type { Metrics } from "./metrics";
import { narrow } from "./narrow-build";
import { readBody, readTarget, toRequest } from "./node-request";
import { sendResponse } from "./node-response";
import { bodyLimit, isReadableForm } from "./posted-form";
import { type PageShell, problemPage } from "./problem-page";
import { holdsNul, isDecodable, isTooDeep } from "./request-path";
import { setSecurityHeaders } from "./security-headers";
import type { StaticFiles } from "./static-files";

export interface ListenerParts {
  readonly build: AppBuild;
  readonly files: StaticFiles;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly publicOrigin: string;
  /** While true, answers ask the client to close the connection, so that it goes to another instance. */
  readonly isStopping: () => boolean;
}

/** What a request became: its answer, and the words of ours under which it is logged and counted. */
interface Answered {
  readonly response: Response;
  readonly surface: string;
  readonly route?: string;
}

/** The app as node:http serves it: one path for every request, whatever answers it. */
export function createRequestListener(parts: ListenerParts): RequestListener {
  const { build, metrics, publicOrigin } = parts;
  const { newTrace, withTrace, log } = build.entry.module;
  const sections = narrow(build, "production");
  const shell: PageShell = { stylesheets: build.assets.routes["root"]?.css ?? [] };
  const https = publicOrigin.startsWith("https:");

  return (incoming, outgoing) => {
    const trace = newTrace();
    void withTrace(trace, async () => {
      const begun = performance.now();
      const count = metrics.begin();
      const page: AppLoadContext = { nonce: randomBytes(16).toString("base64"), scripts: false };
      let answered: Answered;
      try {
        answered = await answer(incoming, outgoing, page, () => trace.correlationId);
      } catch (error) {
        // Whoever hangs up in the middle of a request made it a bad one; it is no fault of ours to count or to log.
        const gone = incoming.readableAborted;
        if (!gone) log().error({ err: error }, "answering failed");
        answered = {
          response: problemPage(gone ? 400 : 500, told(trace.correlationId, incoming), shell),
          surface: "refused",
        };
      }
      const { response, surface, route } = answered;
      const headers = new Headers(response.headers);
      setSecurityHeaders(headers, { https, scriptNonce: page.scripts ? page.nonce : undefined });
      if (parts.isStopping()) headers.set("Connection", "close");
      await sendResponse(response, headers, outgoing, response.body === null ? page.html : undefined);
      count(surface, response.status);
      const ms = Math.round(performance.now() - begun);
      const line = { surface, route, method: incoming.method, status: response.status, ms };
      log()[surface === "probe" || surface === "static" ? "debug" : "info"](line, "request");
    });
  };

  async function answer(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    page: AppLoadContext,
    reference: () => string,
  ): Promise<Answered> {
    const url = readTarget(incoming, publicOrigin);
    if (typeof url === "number") return refuse(url);
    const { pathname } = url;
    const probe = await parts.health.answer(pathname);
    if (probe) return { response: probe, surface: "probe" };
    if (isTooDeep(pathname) || holdsNul(pathname)) return refuse(404);
    if (!isDecodable(pathname)) return refuse(400);
    // Remix's older data requests, which Single Fetch replaces: no page of ours sends one, and Remix logs each as a fault.
    if (url.searchParams.has("_data")) return refuse(400);

    const body = await readBody(incoming, bodyLimit(pathname));
    if (body === 413) return refuse(413);
    const request = toRequest(incoming, outgoing, url, body);
    const file = parts.files.answer(request, pathname);
    if (file) return { response: file, surface: "static" };
    const machine = isMachineRoute(pathname);
    if (!(machine ? isFromMachine(request) : isSameOrigin(request, publicOrigin))) return refuse(403);
    // Checked above, and more strictly than Remix does, which throws on what is not a URL. Our own stays: in a browser
    // without fetch metadata it is the only proof for an action that checks again.
    if (request.headers.get("origin") !== publicOrigin) request.headers.delete("origin");
    // Machines send no forms: what a route of theirs reads is that route's to say.
    if (!machine && !isReadableForm(request, pathname)) return refuse(415);

    if (pathname === MANIFEST_PATH) {
      return { response: await answerManifest(request, build, sections), surface: "manifest" };
    }
    const { handle, label } = sections.resolve(pathname);
    const response = withWords(await handle(request, page), () => told(reference(), incoming));
    return { response, surface: surfaceOf(label), route: label };

    function refuse(status: 400 | 403 | 404 | 405 | 413 | 415): Answered {
      const headers: Record<string, string> = status === 413 ? { Connection: "close" } : {};
      return { response: problemPage(status, told(reference(), incoming), shell, headers), surface: "refused" };
    }
  }

  /** Remix's last resort is a bare status or one line of text; a person gets the problem page instead. */
  function withWords(response: Response, whom: () => ReturnType<typeof told>): Response {
    const type = response.headers.get("Content-Type");
    return response.status >= 500 && (type === null || type === "text/plain")
      ? problemPage(response.status, whom(), shell)
      : response;
  }
}

/** What a page needs that is made where no request was read yet: in which language, and under which reference. */
function told(reference: string, { headers }: IncomingMessage) {
  const asked = new Headers();
  if (headers.cookie) asked.set("cookie", headers.cookie);
  if (headers["accept-language"]) asked.set("accept-language", headers["accept-language"]);
  return { reference, ...spokenTo({ headers: asked }) };
}

const SURFACES = new Set(["consent", "dashboard", "admin", "api"]);

function surfaceOf(label: string): string {
  const first = label.split("/")[1] ?? "";
  return SURFACES.has(first) ? first : "other";
}
