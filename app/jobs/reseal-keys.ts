import type { SealedKeys } from "~/ports/sealed-keys";
import type { Job } from "./job";

/** After a new key has come to SESSION_KEYS: puts under it what lies under older ones, so that they can be dropped. */
export const resealKeys = ({ sealedKeys }: { readonly sealedKeys: Pick<SealedKeys, "reseal"> }): Job => ({
  name: "reseal-keys",
  everyMs: 60 * 60_000,
  round: () => sealedKeys.reseal(),
});
