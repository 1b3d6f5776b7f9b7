import type { Provider } from "oidc-provider";

interface Schema {
  readonly redirect_uris?: readonly string[];
  invalidate(message: string, code?: string): void;
}

/**
 * Lets a hybrid-flow client return to plain http on a `*.localhost` name, which never leaves the machine (RFC 6761
 * section 6.3) and which browsers treat as secure. Everything else stays refused. The override is the one that the
 * library documents for development.
 */
export function allowLoopbackRedirects(provider: Provider): void {
  const { prototype } = (provider.Client as unknown as { Schema: { prototype: Schema } }).Schema;
  const { invalidate } = prototype;
  prototype.invalidate = function (message, code) {
    const loopbackOnly = this.redirect_uris?.every((uri) => new URL(uri).hostname.endsWith(".localhost"));
    if (code === "implicit-force-https" && loopbackOnly) return;
    invalidate.call(this, message, code);
  };
}
