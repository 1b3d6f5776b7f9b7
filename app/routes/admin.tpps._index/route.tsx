import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readTppsAsked } from "~/domain/tpp/tpps-asked";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { TppList } from "~/ui/admin/tpp-list";
import { lookedAtAgain } from "~/web/look-again.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentTpps } from "./present";

export const handle = { noJs: true };

/** While the register is being looked at, the page looks again by itself. */
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [{ title: "TPPs – consent administration" }];

const PAGE = 50;

/** the TPPs that the bank knows, by their register and by the authorization server. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "tpps:view");
  const read = readTppsAsked(new URL(request.url).searchParams);
  if (!read) throw new Response(null, { status: 400 });
  const { tppRegistrations, tppSuspensions } = services();
  const { page, look, holding } = await withRecord(async () => {
    const [found, last] = await Promise.all([tppRegistrations.list(read.asked, PAGE), tppRegistrations.lastLook()]);
    return {
      page: found,
      look: last,
      holding: await tppSuspensions.holding(found.rows.map(({ clientId }) => clientId)),
    };
  });
  const maySync = staff.may.has("operations:retry");
  const view = presentTpps({ ...read, page, holding, look, maySync, now: new Date() });
  return lookedAtAgain({ ...staffPage(request, staff), view }, look.isDue);
}

export default function Tpps() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="TPPs">
      <TppList view={view} />
    </StaffFrame>
  );
}
