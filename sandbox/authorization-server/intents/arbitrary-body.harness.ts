import fc from "fast-check";
import type { Schema } from "./openapi.harness.ts";

interface Node {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Bodies that a JSON schema of the standard admits. */
export function validBody(schema: Schema): fc.Arbitrary<unknown> {
  const node = schema as Node;
  if (node.oneOf) return fc.oneof(...node.oneOf.map(validBody));
  switch (node.type) {
    case "object": {
      const members = Object.entries(node.properties ?? {}).map(([key, inner]) => [key, validBody(inner)]);
      const requiredKeys = [...(node.required ?? [])] as never[];
      return fc.record(Object.fromEntries(members), { requiredKeys, noNullPrototype: true });
    }
    case "array":
      return fc.array(validBody(node.items ?? {}), { minLength: node.minItems ?? 0, maxLength: node.maxItems ?? 3 });
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer();
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    default:
      return validString(node);
  }
}

function validString({ enum: values, format, pattern, minLength = 0, maxLength = 60 }: Node): fc.Arbitrary<string> {
  if (values) return fc.constantFrom(...values);
  if (format === "date-time") {
    const offset = fc.constantFrom("Z", "+00:00", "+05:30", "-08:00");
    const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
    return fc.tuple(day, offset).map(([date, zone]) => date.toISOString().replace("Z", zone));
  }
  // Anchored at the end as well: the identifiers of the standard leave it open, and the generator would run on.
  if (pattern) return fc.stringMatching(new RegExp(pattern.endsWith("$") ? pattern : `${pattern}$`));
  // Often as long as allowed, so that one character more is a test of the limit.
  const fill = fc.constantFrom(minLength, maxLength, maxLength, maxLength);
  return fc
    .tuple(fc.string({ unit: "grapheme-composite", minLength, maxLength }), fill)
    .map(([value, length]) => [...value.padEnd(length, "x")].slice(0, maxLength).join(""));
}

/** The same body with one thing changed somewhere: a member gone, added, or of another value. */
export function changedBody(body: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const value = fc.constantFrom<unknown>(
    "",
    "x",
    "x".repeat(36),
    "x".repeat(2049),
    7,
    true,
    null,
    [],
    {},
    "2026-02-30T00:00:00Z",
  );
  return fc
    .tuple(body, fc.nat(), fc.constantFrom("remove", "replace", "add", "lengthen", "lengthen"), value)
    .map(([original, where, how, replacement]) => {
      const copy = structuredClone(original);
      const spots = spotsOf(copy);
      const spot = spots[where % Math.max(spots.length, 1)];
      if (!spot) return copy;
      const { parent, key } = spot;
      if (how === "remove") Array.isArray(parent) ? parent.splice(Number(key), 1) : delete parent[key];
      else if (how === "replace") parent[key] = replacement;
      else if (how === "lengthen") parent[key] = typeof parent[key] === "string" ? `${parent[key]}x` : replacement;
      else if (!Array.isArray(parent)) Object.assign(parent, { Unforeseen: replacement });
      return copy;
    });
}

type Parent = Record<string, unknown>;

function spotsOf(value: unknown): { parent: Parent; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ parent: value as Parent, key }, ...spotsOf(inner)]);
}
