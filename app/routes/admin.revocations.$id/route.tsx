import { randomUUID } from "node:crypto";
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { hasEnded } from "~/domain/revocation/bulk-revocation";
import type { Approval } from "~/ports/approvals";
import type { BulkRevocation } from "~/ports/bulk-revocations";
import { RevocationPage } from "~/ui/admin/revocation-page";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { Standing } from "~/ui/admin/standing";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { presentTold } from "../admin.consents.$id_.hold/present-told";
import { namedBy, presentRevocation } from "./present";
import { requireRevocation } from "./revocation.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.view.title ?? "Bulk revocation"} – consent administration` },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

const SAMPLE = 10;
/** Seconds until a page on which something goes on looks again. */
const AGAIN_AFTER = "2";

/** what would be revoked, what is, and what was. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "revocations:view");
  const list = await requireRevocation(params["id"]);
  const { revocations, approvals, staffDesk } = services();
  return withRecord(async () => {
    const [approval, sample, names] = await Promise.all([
      list.approvalId === undefined ? undefined : approvals.find(list.approvalId),
      list.startedAt ? [] : revocations.sample(list.id, SAMPLE),
      staffDesk.namesOf(namedBy(list)),
    ]);
    const told = list.startedAt ? undefined : await toldOf(list, sample[0]?.consentId);
    const shown = {
      list,
      sample,
      names,
      viewer: staff,
      key: randomUUID(),
      ...(approval && { approval }),
      ...(told && { told }),
    };
    const page = { ...staffPage(request, staff), view: presentRevocation(shown) };
    return data(page, looksAgain(list, approval) ? { headers: { Refresh: AGAIN_AFTER } } : {});
  });
}

/** While something goes on that nobody has to be waited for. */
const looksAgain = ({ state }: BulkRevocation, approval: Approval | undefined): boolean =>
  state === "prepared" ? approval?.state === "approved" : !hasEnded(state);

/** The words for the first of them stand for all: they differ by the app's name and the customer's language alone. */
async function toldOf({ reason }: BulkRevocation, first: BulkRevocationSample | undefined) {
  const consent = first && (await services().consentForStaff(first));
  if (!consent) return undefined;
  const planned = { move: "terminate", to: "terminated", reason } as const;
  const scene = { bank: bankOf(), now: new Date(), correlationId: requireCorrelationId() };
  const told = presentTold(planned, { consent }, scene);
  return (
    told && {
      ...told,
      intro:
        "As it would be for the first of them: the others differ by the name of the app. By mail and in the dashboard, in each customer's own language.",
    }
  );
}

type BulkRevocationSample = Parameters<ReturnType<typeof services>["consentForStaff"]>[0];

export default function Revocation() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title={view.title} actions={<Standing view={view.state} />}>
      <RevocationPage view={view} />
    </StaffFrame>
  );
}
