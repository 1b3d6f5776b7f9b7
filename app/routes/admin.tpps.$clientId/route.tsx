import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { TppPage } from "~/ui/admin/tpp-page";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentTpp } from "./present";
import { requireTpp } from "./tpp.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.name ?? "TPP"} – consent administration` },
];

const MOST_SHOWN = 50;

/** one TPP. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "tpps:view");
  const tpp = await requireTpp(params["clientId"]);
  const { tppRegistrations, tppSuspensions, staffDesk } = services();
  const found = await withRecord(async () => {
    const [look, override, suspensions, changes] = await Promise.all([
      tppRegistrations.lastLook(),
      tppRegistrations.overrideOf(tpp.clientId),
      tppSuspensions.of(tpp.clientId, MOST_SHOWN),
      tppRegistrations.changesOf(tpp.clientId, MOST_SHOWN),
    ]);
    const names = await staffDesk.namesOf(override ? [override.changedBy] : []);
    return { look, override, suspensions, changes, names };
  });
  return { ...staffPage(request, staff), view: presentTpp({ tpp, ...found, may: staff.may, now: new Date() }) };
}

export default function Tpp() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame
      view={frame}
      title={view.name}
      actions={view.acts.map(({ href, words }) => (
        <a key={href} className="act" href={href}>
          {words}
        </a>
      ))}
    >
      <TppPage view={view} />
    </StaffFrame>
  );
}
