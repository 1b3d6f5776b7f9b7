import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuthorityPage } from "~/ui/admin/authority-page";
import type { AuthorityClientView } from "~/ui/admin/operations-view";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentClients } from "./present";
import { unlessAuthorityAway } from "./unless-away.server";

export const handle = { noJs: true };

export const meta = () => [{ title: "Authorization server – consent administration" }];

/** Who may use the authorization server, and how each proves who it is: asked now, and kept nowhere. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "operations:view");
  const asked = services().authorityConsole.registrations({ correlationId: requireCorrelationId() });
  const clients = await unlessAuthorityAway(asked);
  const ids = (clients ?? []).map(({ clientId }) => clientId);
  const ends = await withRecord(() => services().tppRegistrations.certificateEnds(ids));
  return { ...staffPage(request, staff), clients: clients && presentClients(clients, ends, new Date()) };
}

export default function AuthorizationServer() {
  const { frame, clients } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Authorization server">
      <AuthorityPage clients={clients as readonly AuthorityClientView[] | undefined} />
    </StaffFrame>
  );
}
