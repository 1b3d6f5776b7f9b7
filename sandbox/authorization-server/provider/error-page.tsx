import { randomUUID } from "node:crypto";
import type { ErrorOut, KoaContextWithOIDC } from "oidc-provider";
import { errorPage, PAGE_HEADERS } from "../pages/error-page.tsx";
import { correlationId } from "./events.ts";

/** Shows a customer what went wrong, where the browser cannot be sent back to the TPP. */
export function renderError(ctx: KoaContextWithOIDC, out: ErrorOut): void {
  ctx.set(PAGE_HEADERS);
  ctx.type = "html";
  ctx.state.correlationId = correlationId(ctx) ?? randomUUID();
  ctx.body = errorPage({ code: out.error, reference: ctx.state.correlationId as string });
}
