import { redirect } from "@remix-run/node";
import { paths } from "~/paths";
import { requireLogIn } from "~/web/require-customer.server";

/** The address that the bank's other channels link to, and that stays where the pages move (D-02, R-01). */
export function loader() {
  requireLogIn();
  return redirect(paths.dashboard, 303);
}
