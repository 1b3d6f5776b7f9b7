import { SCA } from "../federation/log-in-acr.ts";
import type { Handoff } from "./handoff.ts";

/** What the consent page says it asked of the customer, beyond the log-in. */
export interface PageAuthentication {
  readonly acr: typeof SCA;
  readonly amr: readonly string[];
  /** Seconds since 1970. */
  readonly authTime: number;
}

/** Which of the three elements (PSD2 Art. 4(30)) a method of RFC 8176 proves. */
const ELEMENTS: Readonly<Record<string, "knowledge" | "possession" | "inherence">> = {
  pwd: "knowledge",
  pin: "knowledge",
  hwk: "possession",
  swk: "possession",
  otp: "possession",
  sms: "possession",
  fpt: "inherence",
  face: "inherence",
};

/** Our clock and the page's may differ by this much. */
const SKEW_SECONDS = 60;

/** What the customer was authenticated by in all, or nothing where that is not strong (RTS Art. 4 and 5). */
export function authenticatedBy(
  handoff: Pick<Handoff, "acr" | "amr" | "authTime">,
  page: PageAuthentication | undefined,
  now = new Date(),
): PageAuthentication | undefined {
  const loggedInAt = Math.floor(handoff.authTime.getTime() / 1000);
  if (!page) return handoff.acr === SCA ? { acr: SCA, amr: handoff.amr, authTime: loggedInAt } : undefined;
  // The page asks for no password: what somebody knows was proved at the log-in or not at all.
  const asked = page.amr.filter((method) => elementOf(method) !== "knowledge");
  const added = elementsOf(asked);
  const inAll = new Set([...elementsOf(handoff.amr), ...added]);
  if (page.acr !== SCA || added.length === 0 || inAll.size < 2) return undefined;
  const inTime = page.authTime >= loggedInAt - SKEW_SECONDS && page.authTime <= now.getTime() / 1000 + SKEW_SECONDS;
  if (!inTime) return undefined;
  return { acr: SCA, amr: [...new Set([...handoff.amr, ...asked])], authTime: page.authTime };
}

const elementOf = (method: string) => (Object.hasOwn(ELEMENTS, method) ? ELEMENTS[method] : undefined);
const elementsOf = (methods: readonly string[]) => methods.flatMap((method) => elementOf(method) ?? []);
