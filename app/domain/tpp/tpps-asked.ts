import { APP_ROLES, type AppRole } from "./app-facts";
import { STANDINGS, type Standing } from "./registration";

export const TPP_ONLY = ["suspended", "ends", "blocked"] as const;

/** Which TPPs somebody wants to see, as the address says it. */
export interface TppsAsked {
  readonly text?: string;
  readonly standing?: Standing;
  readonly role?: AppRole;
  /** `suspended`: is or will be; `ends`: a certificate within 30 days; `blocked`: of a role. */
  readonly only?: (typeof TPP_ONLY)[number];
  /** By name and id, which is the one order. */
  readonly from?: TppPosition;
}

export interface TppPosition {
  readonly side: "after" | "before";
  readonly name: string;
  readonly clientId: string;
}

const LONGEST = 200;

/**
 * Reads an address. What it says of no filter of ours is named, so that nobody takes the list for another one.
 *
 * @returns undefined for a place in the list that we never wrote
 */
export function readTppsAsked(
  query: URLSearchParams,
): { readonly asked: TppsAsked; readonly ignored: readonly string[] } | undefined {
  const ignored: string[] = [];
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | undefined => {
    const said = query.get(name) ?? "";
    const found = values.find((value) => value === said);
    if (said !== "" && found === undefined) ignored.push(name);
    return found;
  };
  const text = (query.get("q") ?? "").replaceAll("\0", "").trim().slice(0, LONGEST);
  const [standing, role, only] = [oneOf("standing", STANDINGS), oneOf("role", APP_ROLES), oneOf("only", TPP_ONLY)];
  const from = placeIn(query);
  if (from === "never ours") return undefined;
  return {
    asked: {
      ...(text && { text }),
      ...(standing && { standing }),
      ...(role && { role }),
      ...(only && { only }),
      ...(from && { from }),
    },
    ignored,
  };
}

function placeIn(query: URLSearchParams): TppPosition | undefined | "never ours" {
  const [side, ...more] = (["after", "before"] as const).filter((each) => query.has(each));
  if (!side) return undefined;
  const [name, clientId, ...rest] = (query.get(side) ?? "").split("\u001f");
  const known = name !== undefined && clientId && rest.length === 0 && more.length === 0;
  const short = (name?.length ?? 0) <= LONGEST && (clientId?.length ?? 0) <= LONGEST;
  return known && short && !`${name}${clientId}`.includes("\0") ? { side, name, clientId } : "never ours";
}

/** The same as the query of an address. */
export function tppsQuery({ text, standing, role, only, from }: TppsAsked): URLSearchParams {
  return new URLSearchParams({
    ...(text && { q: text }),
    ...(standing && { standing }),
    ...(role && { role }),
    ...(only && { only }),
    ...(from && { [from.side]: `${from.name}\u001f${from.clientId}` }),
  });
}
