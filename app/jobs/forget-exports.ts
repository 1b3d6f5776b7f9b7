import type { ConsentExports } from "~/ports/consent-exports";
import type { Job } from "./job";

const AT_ONCE = 1_000;

/** Takes away what staff asked to export and nobody can take any more: its search may name customers. */
export const forgetExports = ({ exports }: { readonly exports: Pick<ConsentExports, "forgetOld"> }): Job => ({
  name: "forget-exports",
  everyMs: 60 * 60_000,
  async round() {
    const forgotten = await exports.forgetOld(AT_ONCE);
    return { counts: { forgotten }, more: forgotten === AT_ONCE };
  },
});
