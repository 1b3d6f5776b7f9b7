import { env } from "~/env.server";
import { closeServices, services } from "~/web/services.server";

/**
 * `npm run projection:rebuild`: makes our picture of the consents anew from nothing but the authorization server, with
 * the app's settings and, in DATABASE_URL, a login that owns the tables. The app may run meanwhile.
 */
async function main(): Promise<void> {
  const { seen, entered, dropped } = await rebuilt().finally(closeServices);
  console.log(`${seen} consents at the authorization server: ${entered} made anew, ${seen - entered} left as they are`);
  console.log(`${dropped} dropped that it does not hold`);
}

/** The counters follow what happens, and this is nothing that happened: they are made anew after it. */
async function rebuilt() {
  const outcome = await services().rebuildProjection(env().DATABASE_URL);
  await services().consentCounts.recount();
  return outcome;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "could not be rebuilt");
  process.exit(1);
});
