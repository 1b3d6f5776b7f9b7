import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { expect } from "vitest";

/** The published API descriptions are not part of this repository. Tests that need them say so when they are absent. */
const FOLDER = resolve(import.meta.dirname, "../../../../shared/standards/openapi");
const FILES = { aisp: "account-info-openapi.json", pisp: "payment-initiation-openapi.json" } as const;

export const openApiIsHere = existsSync(FOLDER);
if (!openApiIsHere) console.warn(`SKIPPED: no OpenAPI files in ${FOLDER}: the bank's answers were NOT checked`);

interface Operation {
  responses: Record<string, { $ref: string }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, { content?: Record<string, { schema: object }> }> };
}

/** Checks a response of the gateway against the official description of its operation. */
export async function expectToFitOpenApi(
  response: { status: number; headers: { get(name: string): string | null }; text(): Promise<string> },
  version: "v3.1" | "v4.0",
  api: keyof typeof FILES,
  operation: string,
): Promise<void> {
  expect(response.headers.get("x-fapi-interaction-id")).toMatch(/^[0-9a-f-]{36}$/);
  const validate = validatorOf(version, api, operation, response.status);
  const text = await response.text();
  // Prose: the body of a 403 is optional. Schema: it knows none at all where it gives no content.
  if (!validate || (response.status === 403 && text === "")) return void expect(text).toBe("");
  validate(JSON.parse(text));
  expect(validate.errors, text.slice(0, 2_000)).toBeNull();
}

const validators = new Map<string, ValidateFunction | undefined>();

/** Undefined where the description gives the answer no body. Kept: compiling takes far longer than checking. */
function validatorOf(version: "v3.1" | "v4.0", api: keyof typeof FILES, operation: string, status: number) {
  const file = resolve(FOLDER, version === "v3.1" ? "v3.1.11" : "v4.0", FILES[api]);
  const document = JSON.parse(readFileSync(file, "utf8")) as Document;
  const [method = "", path = ""] = operation.split(" ");
  const reference = document.paths[path]?.[method.toLowerCase()]?.responses[String(status)]?.$ref;
  if (!reference) throw new Error(`${operation} of ${version} knows no status ${status}`);
  const key = `${file}${reference}`;
  if (!validators.has(key)) {
    const schema =
      document.components.responses[reference.split("/").at(-1) ?? ""]?.content?.["application/json"]?.schema;
    // The descriptions carry keywords of OpenAPI that are no JSON Schema (example, discriminator, x-…).
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv, { mode: "full" });
    ajv.addSchema(document, "openapi");
    validators.set(key, schema && ajv.compile(withAbsoluteReferences(schema) as object));
  }
  return validators.get(key);
}

function withAbsoluteReferences(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"openapi#/'));
}
