import { env } from "~/env.server";
import { presentStaffFrame } from "~/ui/admin/present-staff-frame";
import type { Staff } from "./staff-session.server";

/** What every page of the portal is shown with. The portal speaks English (decision 48). */
export function staffPage(request: Request, staff: Staff) {
  const { brand } = env();
  return { locale: "en-GB", frame: presentStaffFrame(staff, brand.name, new URL(request.url).pathname, staff.waiting) };
}
