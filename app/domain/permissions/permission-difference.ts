import { type Difference, differenceOf } from "../consent/difference";
import { linesFor, type PermissionLine } from "./clusters";
import type { Permission } from "./permission";

/** What is seen more, less or otherwise than before, in the sentences that customers are shown (P-11). */
export const linesBetween = (
  before: ReadonlySet<Permission>,
  now: ReadonlySet<Permission>,
): Difference<PermissionLine> =>
  differenceOf(linesFor(before), linesFor(now), aboutOf, (one, other) => one.id === other.id);

/** However much is seen of it, and in which direction: "transactions-detail-in" is about transactions. */
const aboutOf = ({ id }: PermissionLine): string => id.replace(/-(?:basic|detail)(?:-(?:in|out|both))?$/, "");
