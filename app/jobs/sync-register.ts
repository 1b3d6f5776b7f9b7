import type { syncRegister as sync } from "~/use-cases/sync-register";
import type { Job } from "./job";

/** Looks at the register of TPPs each hour, and within seconds when staff ask. Two at once are safe: one has it. */
export const syncRegister = (round: ReturnType<typeof sync>): Job => ({
  name: "sync-register",
  everyMs: 2_000,
  async round() {
    const { read = 0, refused = 0 } = (await round()) ?? {};
    return { counts: { read, refused }, more: false };
  },
});
