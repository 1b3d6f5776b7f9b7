import { TPPS, type Tpp } from "../../personas.ts";
import type { Order } from "./order.ts";

const all: readonly Tpp[] = Object.values(TPPS);
const BY_ID = Object.fromEntries(all.map((tpp) => [tpp.id, tpp])) as Record<Order["tppId"], Tpp>;

/** The company behind an order. */
export const tppOf = (order: Order): Tpp => BY_ID[order.tppId];
