import { closeServices, services } from "~/web/services.server";

/**
 * `npm run projection:rebuild`: makes our picture of the consents anew from nothing but the authorization server, with
 * the app's settings and, in DATABASE_URL, a login that owns the tables. The app may run meanwhile.
 */
services()
  .rebuildProjection()
  .then(({ seen, entered, dropped }) => {
    console.log(
      `${seen} consents at the authorization server: ${entered} made anew, ${seen - entered} left as they are`,
    );
    console.log(`${dropped} dropped that it does not hold`);
  })
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : "could not be rebuilt");
    process.exitCode = 1;
  })
  .finally(closeServices);
