import type { Context } from "hono";
import { interactionIdOf } from "../interaction-id.ts";

/** The caller's `x-fapi-interaction-id`, where it is one. */
export const interactionIdGiven = (c: Context): string | undefined =>
  interactionIdOf(c.req.header("x-fapi-interaction-id"));
