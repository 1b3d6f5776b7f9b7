import { Hono } from "hono";
import type { JWK } from "jose";
import type { Entries } from "./entries.ts";
import { signStatement } from "./statement.ts";

interface Parts {
  readonly entries: Entries;
  readonly issuer: string;
  readonly key: JWK;
  readonly publicKey: JWK;
  readonly pkiFolder: string;
}

/** The register for machines: every firm's statement, each signed by itself, and the key to check them with. */
export function createRegister({ entries, issuer, key, publicKey, pkiFolder }: Parts) {
  const app = new Hono();
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.get("/.well-known/jwks.json", (context) => context.json({ keys: [publicKey] }));
  app.get("/register", async (context) => {
    const all = await entries.all();
    const statements = await Promise.all(all.map((entry) => signStatement(entry, { issuer, key, pkiFolder })));
    context.header("cache-control", "no-store");
    return context.json({ statements });
  });
  return app;
}
