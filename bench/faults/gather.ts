import { arrive, type Customer } from "./customer.ts";
import { type HandOff, makeHandOff } from "./hand-off.ts";
import { until } from "./until.ts";
import type { FaultWorld } from "./world.ts";

/**
 * So many new customers in front of the question, as soon as everything works: what was killed a moment ago may take
 * some time to be itself again.
 *
 * @throws Error when it does not, within a minute and a half
 */
export async function gather(
  { topology, sql, raise, kind, phone }: FaultWorld,
  count: number,
  terms: Parameters<typeof makeHandOff>[2] = {},
): Promise<readonly (Customer & { readonly handOff: HandOff })[]> {
  const customers: (Customer & { readonly handOff: HandOff })[] = [];
  const there = await until("customers see the question", async () => {
    const missing = Array.from({ length: count - customers.length }, async () => {
      const handOff = await makeHandOff(sql, kind, terms);
      customers.push({ ...(await arrive(topology, handOff, phone)), handOff });
    });
    const arrived = await Promise.allSettled(missing);
    await raise();
    return arrived.every(({ status }) => status === "fulfilled");
  });
  if (!there) throw new Error("customers do not see the question any more");
  return customers;
}
