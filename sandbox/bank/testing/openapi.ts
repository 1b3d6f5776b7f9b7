import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { expect } from "vitest";

/** The published API descriptions are not part of this repository. Tests that need them say so when they are absent. */
const FOLDER = resolve(import.meta.dirname, "../../../../shared/standards/openapi");
const FILES = {
  aisp: "account-info-openapi.json",
  pisp: "payment-initiation-openapi.json",
  vrp: "vrp-openapi.json",
  cbpii: "confirmation-funds-openapi.json",
  events: "events-openapi.json",
} as const;

export const openApiIsHere = existsSync(FOLDER);
if (!openApiIsHere) console.warn(`SKIPPED: no OpenAPI files in ${FOLDER}: the bank's answers were NOT checked`);

interface Operation {
  responses: Record<string, { $ref: string }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, { content?: object }> };
}

type Version = "v3.1" | "v4.0";
export type Api = keyof typeof FILES;

/** By version, operation and status; undefined where the description gives the answer no body. */
const validators = new Map<string, ValidateFunction | undefined>();

/**
 * Compiles the answers of these operations (`GET /accounts`) in both versions. Before the first connection is opened:
 * it keeps the process busy for longer than a server keeps an idle connection.
 */
export function prepareOpenApi(api: Api, operations: readonly string[]): void {
  if (!openApiIsHere) return;
  for (const version of ["v3.1", "v4.0"] as const) {
    const file = resolve(FOLDER, version === "v3.1" ? "v3.1.11" : "v4.0", FILES[api]);
    const document = JSON.parse(readFileSync(file, "utf8")) as Document;
    // The descriptions carry keywords of OpenAPI that are no JSON Schema (example, discriminator, x-…).
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv, { mode: "full" });
    ajv.addSchema(document, "openapi");
    for (const operation of operations) {
      const [method = "", path = ""] = operation.split(" ");
      for (const [status, { $ref }] of Object.entries(document.paths[path]?.[method.toLowerCase()]?.responses ?? {})) {
        const described = document.components.responses[$ref.split("/").at(-1) ?? ""]?.content;
        // Some of them name a character set with it.
        const type = Object.keys(described ?? {}).find((name) => name.startsWith("application/json")) ?? "";
        const pointer = `openapi${$ref}/content/${encodeURIComponent(type.replaceAll("/", "~1"))}/schema`;
        validators.set(`${version} ${operation} ${status}`, described && ajv.compile({ $ref: pointer }));
      }
    }
  }
}

/** Checks a response of the gateway against the official description of its operation; where that is absent, its id alone. */
export async function expectToFitOpenApi(
  response: { status: number; headers: { get(name: string): string | null }; text(): Promise<string> },
  version: Version,
  operation: string,
): Promise<void> {
  expect(response.headers.get("x-fapi-interaction-id")).toMatch(/^[0-9a-f-]{36}$/);
  if (!openApiIsHere) return;
  const key = `${version} ${operation} ${response.status}`;
  expect([...validators.keys()]).toContain(key);
  const validate = validators.get(key);
  const text = await response.text();
  // Prose: the body of a 403 is optional. Schema: it knows none at all where it gives no content.
  if (!validate || (response.status === 403 && text === "")) return void expect(text).toBe("");
  validate(JSON.parse(text));
  expect(validate.errors, text.slice(0, 2_000)).toBeNull();
}
