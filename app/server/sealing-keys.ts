import { closeServices, services } from "~/web/services.server";

/** `npm run keys`: what lies sealed under each key of SESSION_KEYS, and under keys that are not there any more. */
async function main(): Promise<void> {
  const all = await services().sealedUnder().finally(closeServices);
  if (all.length === 0) console.log("nothing is sealed");
  else console.table(all.map(({ key, keys, visits, opens }) => ({ key, "customers' keys": keys, visits, opens })));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "the keys could not be counted");
  process.exit(1);
});
