import type { SuspensionForm } from "~/domain/tpp/suspension-asked";

const LONGEST = 1_000;

/** What was filled in, from an address or from a form; too long a text is cut and then refused by its own rule. */
export function readSuspensionForm(sent: URLSearchParams | FormData): SuspensionForm {
  const text = (name: string) => String(sent.get(name) ?? "").slice(0, LONGEST);
  return { scope: text("scope"), from: text("from"), until: text("until"), reason: text("reason") };
}
