import { closeServices, services } from "~/web/services.server";

/** `npm run retention:due`: how many of what the sweeps would take away now, with the app's settings. Takes nothing. */
async function main(): Promise<void> {
  const due = await services().dueToGo().finally(closeServices);
  console.table(Object.entries(due).map(([what, count]) => ({ what, count })));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "could not be counted");
  process.exit(1);
});
