import type { StaffPermission } from "~/domain/staff/permission";

/** One thing that is known, and how it is shown. */
export interface FactView {
  readonly label: string;
  readonly value: string;
  /** `code`: the value is an id or a hash. `text`: somebody wrote it. */
  readonly is?: "code" | "text" | undefined;
  /** An id beside the value, to be copied. */
  readonly code?: string | undefined;
  /** Where the id leads, or the value where there is none. */
  readonly href?: string | undefined;
  /** What somebody may have to be let do, to go there. */
  readonly needs?: StaffPermission | undefined;
}
