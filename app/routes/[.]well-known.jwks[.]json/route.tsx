import { services } from "~/web/services.server";

/** The keys with which everyone can check what we sign: receipts, events, checkpoints (RFC 7517). Public, and no secret. */
export function loader(): Response {
  return Response.json(services().publicKeys, {
    headers: { "Content-Type": "application/jwk-set+json", "Cache-Control": "public, max-age=300" },
  });
}
