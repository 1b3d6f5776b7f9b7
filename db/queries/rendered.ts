import { Param, SQL, StringChunk } from "drizzle-orm";

type Query = ReturnType<SQL["toQuery"]>;

/**
 * A statement as text and values, for Drizzle to send as it is. Drizzle looks at each piece of a statement for tables,
 * columns, views and a dozen things more; ours have text, parts and values alone, and are written in a fifth of the time.
 * A statement with anything else in it is left to Drizzle.
 */
export class Rendered extends SQL {
  readonly #statement: SQL;

  constructor(statement: SQL) {
    super([]);
    this.#statement = statement;
  }

  override toQuery(config: Parameters<SQL["toQuery"]>[0]): Query {
    const texts: string[] = [];
    const params: unknown[] = [];
    return collect(this.#statement, texts, params) ? { sql: texts.join(""), params } : this.#statement.toQuery(config);
  }
}

/** @returns false when there is something in it that only Drizzle knows how to write. */
function collect(statement: SQL, texts: string[], params: unknown[]): boolean {
  if (statement["shouldInlineParams"]) return false;
  for (const chunk of statement.queryChunks) {
    if (chunk instanceof StringChunk) texts.push(...chunk.value);
    else if (chunk instanceof SQL) {
      if (!collect(chunk, texts, params)) return false;
    } else if (!isObject(chunk)) texts.push(`$${params.push(chunk)}`);
    else if (isPlain(chunk)) texts.push(`$${params.push(chunk.value)}`);
    else return false;
  }
  return true;
}

/** Undefined is left out by Drizzle, and an array is written as a list. */
const isObject = (chunk: unknown) => chunk === undefined || (typeof chunk === "object" && chunk !== null);

/** A value that goes to the driver as it is. */
function isPlain(chunk: unknown): chunk is Param {
  return (
    chunk instanceof Param &&
    chunk.encoder === PLAIN.encoder &&
    !(chunk.value instanceof Object && "getSQL" in chunk.value)
  );
}
const PLAIN = new Param(null);
