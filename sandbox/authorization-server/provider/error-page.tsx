import { randomUUID } from "node:crypto";
import type { ErrorOut, KoaContextWithOIDC } from "oidc-provider";
import { errorPage } from "../pages/error-page.tsx";
import { languageFor } from "../pages/languages.ts";
import { PAGE_HEADERS } from "../pages/page.tsx";
import { correlationId } from "./events.ts";

/** Shows a customer what went wrong, where the browser cannot be sent back to the TPP. */
export function renderError(ctx: KoaContextWithOIDC, out: ErrorOut): void {
  ctx.set(PAGE_HEADERS);
  ctx.type = "html";
  ctx.state.correlationId = correlationId(ctx) ?? randomUUID();
  const language = languageFor(ctx.get("accept-language"));
  ctx.body = errorPage({ language, code: out.error, reference: ctx.state.correlationId as string });
}
