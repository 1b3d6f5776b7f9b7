import type { SuspensionScope } from "../approvals/act";
import type { AppRole } from "./app-facts";
import type { RegisterStatement } from "./registration";

/** What the record of evidence holds of what the bank does with an app. About no person. */
export type TppEvent =
  | {
      readonly type: "tpp-suspended";
      readonly detail: {
        readonly suspensionId: string;
        readonly approvalId: string;
        readonly scope: SuspensionScope;
        /** ISO 8601, in UTC; null: until it is lifted. */
        readonly until: string | null;
      };
    }
  | {
      readonly type: "tpp-suspension-lifted";
      readonly detail: {
        readonly suspensionId: string;
        readonly approvalId?: string;
        readonly because: "time" | "staff";
      };
    }
  /** The bank's own word on an app was changed: which of its fields, and what is blocked now. */
  | {
      readonly type: "tpp-override-changed";
      readonly detail: { readonly fields: readonly string[]; readonly blockedRoles: readonly AppRole[] };
    }
  /** Its register says otherwise what may be asked with it: for these roles nobody is asked anything new from now on. */
  | {
      readonly type: "tpp-register-changed";
      readonly detail: { readonly standing: RegisterStatement["standing"]; readonly barredRoles: readonly AppRole[] };
    };
