import { createHash } from "node:crypto";
import { canonicalJson } from "../audit/canonical-json";
import type { Act } from "./act";

/** Names exactly this act: one character of its payload more is another one. */
export const actHash = (act: Act): string =>
  createHash("sha256")
    .update(canonicalJson(JSON.stringify({ name: act.name, payload: act.payload })))
    .digest("base64url");
