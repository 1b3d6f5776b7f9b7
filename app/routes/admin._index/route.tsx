import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { plainText } from "~/domain/shared/plain-text";
import { HomeParts } from "~/ui/admin/home";
import type { HomeView } from "~/ui/admin/home-view";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { homeAsked } from "./home-input";
import { presentHome } from "./present-home";

export const handle = { noJs: true };

export const meta = () => [{ title: "Home – consent administration" }];

/** what is folded and gauged; nothing is counted for the page (P9). */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "home:view");
  const asked = homeAsked(new URL(request.url).searchParams);
  const { consentCounts, jobStatus, tppFacts, approvals } = services();
  const view = await withRecord(async () => {
    const [counts, jobs, waiting] = await Promise.all([
      consentCounts.read({ ...asked, days: asked.weeks * 7 }),
      staff.may.has("operations:view") ? jobStatus.all() : [],
      staff.may.has("approvals:view") ? approvals.waitingFor(staff.id) : 0,
    ]);
    const facts = await tppFacts.of(counts.clients);
    const names = new Map([...facts].map(([client, { name }]) => [client, plainText(name, 60) ?? client]));
    const jobsInTrouble = jobs.filter(({ problem }) => problem !== undefined).length;
    return presentHome({ counts, asked, names, approvals: waiting, jobsInTrouble, may: staff.may });
  });
  return { ...staffPage(request, staff), view };
}

export default function Home() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Home">
      <HomeParts view={view as HomeView} />
    </StaffFrame>
  );
}
