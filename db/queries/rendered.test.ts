import { type SQL, sql } from "drizzle-orm";
import { integer, PgDialect, pgTable } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Rendered } from "./rendered";

const dialect = new PgDialect();
const table = pgTable("things", { count: integer().notNull() });

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.bigInt());
const statement: fc.Arbitrary<SQL> = fc.letrec<{ part: SQL }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(sql``, sql`now()`, sql.raw("a, b")),
    value.map((each) => sql`x = ${each}`),
    fc.array(fc.string()).map((all) => sql`y = any(${sql.param(all)}::text[])`),
    fc.tuple(tie("part"), value, tie("part")).map(([one, each, other]) => sql`(${one} and z <> ${each} or ${other})`),
  ),
})).part;

test("a statement is written as Drizzle writes it, without its help", () => {
  fc.assert(
    fc.property(statement, (each) => {
      const { sql: text, params } = dialect.sqlToQuery(each);
      const help = vi.spyOn(each, "toQuery").mockClear();
      expect(dialect.sqlToQuery(new Rendered(each))).toEqual({ sql: text, params });
      expect(help).not.toHaveBeenCalled();
    }),
  );
});

test.each([
  ["a table", sql`select * from ${table}`],
  ["a column", sql`select ${table.count} from things`],
  ["a name", sql`select ${sql.identifier("count")}, ${1}`],
  ["a list", sql`select ${1} in ${[1, 2]}`],
  ["nothing", sql`select ${undefined}`],
  ["a value that a column writes", sql`select ${sql.param(1, table.count)}`],
  ["a value that is a statement", sql`select ${sql.param(sql`now()`)}`],
  ["a value for later", sql`select ${sql.placeholder("count")}`],
  ["a date", sql`select ${new Date(0)}`],
  ["text put in its place", sql`select ${sql`${"it's"}`.inlineParams()}`],
  ["all of its text put in its place", sql`select ${"it's"}`.inlineParams()],
])("%s is left to Drizzle, wherever it stands", (_, each) => {
  for (const whole of [each, sql`with part as (${each}) select ${1}`]) {
    expect(dialect.sqlToQuery(new Rendered(whole))).toEqual(dialect.sqlToQuery(whole));
  }
});
