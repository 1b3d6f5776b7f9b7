import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { putsQuestion } from "~/domain/evidence/shown-page";
import { wordsIn } from "~/i18n/locale-lookup";
import { paths } from "~/paths";
import { ShownToCustomer, type ShownToCustomerView } from "~/ui/admin/shown-to-customer";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { minute } from "~/ui/admin/staff-words";
import type { QuestionView } from "~/ui/consent-page-view";
import { requireLook } from "~/web/require-look.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";

export const handle = { noJs: true };

export const meta: MetaFunction = () => [{ title: "What the customer saw – consent administration" }];

/** The page that an answer rests on, drawn again by the parts that drew it then (B-01). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "consents:view");
  const { id, customer } = await requireLook(request, staff, params.id);
  const own = customer && (await withRecord(() => services().viewOwnPage(id, customer, params.decision ?? "")));
  if (!own || !putsQuestion(own.page)) throw new Response(null, { status: 404 });
  const { answer, page, isIntact } = own;
  const view: ShownToCustomerView = {
    back: paths.adminConsent(id),
    answer: answer.outcome === "allowed" ? "The customer said yes" : "The customer said no",
    at: minute(answer.at),
    isIntact,
    facts: [
      { label: "Language", value: wordsIn(page.locale).name },
      { label: "Version of the words", value: page.catalogueVersion },
      { label: "Hash of what was shown", value: "", code: page.shownHash },
      { label: "Hash of what was asked", value: "", code: page.payloadHash },
    ],
    said: page.shown.said as QuestionView,
    locale: page.locale,
    chosen: answer.accountIds,
  };
  return { ...staffPage(request, staff), view };
}

export default function Shown() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="What the customer saw">
      <ShownToCustomer view={view as unknown as ShownToCustomerView} />
    </StaffFrame>
  );
}
