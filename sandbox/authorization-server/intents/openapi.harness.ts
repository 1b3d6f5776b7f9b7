import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { ApiVersion } from "../consents/consent.ts";

/** The published API descriptions, which are not part of this repository. Tests that need them say so when absent. */
const FOLDER = resolve(import.meta.dirname, "../../../../shared/standards/openapi");
const FILES = {
  "account-access-consents": "account-info-openapi.json",
  "domestic-vrp-consents": "vrp-openapi.json",
  "funds-confirmation-consents": "confirmation-funds-openapi.json",
  payments: "payment-initiation-openapi.json",
};

/** Which of the files describes a resource. */
export const fileOf = (resource: string): keyof typeof FILES =>
  Object.hasOwn(FILES, resource) ? (resource as keyof typeof FILES) : "payments";

export const haveOpenApi = existsSync(FOLDER);
export const warnWithoutOpenApi = () => {
  if (!haveOpenApi)
    console.warn(`SKIPPED: no OpenAPI files in ${FOLDER}; the answers were NOT checked against the standard`);
};

export type Schema = { readonly [key: string]: unknown };
export type Operation = `${"get" | "post" | "delete"} ${string}`;

/** The description of some resources, every `$ref` replaced by what it points to. */
export function openApi(version: ApiVersion, file: keyof typeof FILES) {
  const path = resolve(FOLDER, version === "v3.1" ? "v3.1.11" : "v4.0", FILES[file]);
  const document = JSON.parse(readFileSync(path, "utf8")) as Schema;
  const at = (...path: readonly string[]) =>
    path.reduce<unknown>((node, key) => follow(document, (follow(document, node) as Schema)?.[key]), document);
  const operation = (name: Operation, ...path: readonly string[]) => {
    const [method, route] = name.split(" ") as [string, string];
    return at("paths", route, method, ...path);
  };
  const schemaOf = (node: unknown) =>
    inline(
      document,
      Object.entries((node as { content?: Record<string, { schema: Schema }> } | undefined)?.content ?? {}).find(
        ([type]) => type.startsWith("application/json"),
      )?.[1].schema,
    );
  return {
    requestSchema: (name: Operation) => schemaOf(operation(name, "requestBody")) as Schema,
    /** The schema of an answer's body, or undefined when it has none. @throws when the status is not foreseen. */
    responseSchema: (name: Operation, status: number) => {
      const response = operation(name, "responses", String(status));
      if (!response) throw new Error(`${name} does not foresee ${status}`);
      return schemaOf(response) as Schema | undefined;
    },
    responseHeaders: (name: Operation, status: number) =>
      Object.keys((operation(name, "responses", String(status), "headers") as object | undefined) ?? {}),
  };
}

export function compile(schema: Schema): ValidateFunction {
  // The files carry OpenAPI keywords (x-namespaced-enum, example) that are no JSON Schema.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv, { mode: "full" });
  return ajv.compile(schema);
}

function follow(document: unknown, node: unknown): unknown {
  const reference = (node as { $ref?: string } | undefined)?.$ref;
  if (!reference) return node;
  return follow(
    document,
    reference
      .slice(2)
      .split("/")
      .reduce<unknown>((value, key) => (value as Schema)[key.replaceAll("~1", "/")], document),
  );
}

function inline(document: unknown, node: unknown): unknown {
  const value = follow(document, node);
  if (Array.isArray(value)) return value.map((item) => inline(document, item));
  if (typeof value !== "object" || value === null) return value;
  // A list of codes in the published files has one of them twice, which a schema must not.
  const once = (key: string, inner: unknown) => (key === "enum" && Array.isArray(inner) ? [...new Set(inner)] : inner);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, once(key, inline(document, inner))]));
}
