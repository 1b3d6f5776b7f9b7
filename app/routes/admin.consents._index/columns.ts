import type { ListLook } from "~/ports/staff-lists";

/** Columns that somebody can do without, in their order; the consent itself always stands there. */
export const COLUMNS = [
  { id: "customer", label: "Customer" },
  { id: "tpp", label: "TPP" },
  { id: "kind", label: "Kind" },
  { id: "status", label: "Status" },
  { id: "accounts", label: "Accounts" },
  { id: "asked", label: "Asked for" },
  { id: "granted", label: "Granted" },
  { id: "changed", label: "Changed" },
  { id: "ends", label: "Ends" },
] as const;

/** For whoever never said: what most look at. */
const USUALLY_HIDDEN = ["accounts", "granted"];

export const hiddenIn = (look: ListLook | undefined): readonly string[] =>
  look ? look.hidden.filter((id) => COLUMNS.some((column) => column.id === id)) : USUALLY_HIDDEN;
