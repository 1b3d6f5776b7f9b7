import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changedRules, type Policy, type PolicyRules } from "~/domain/approvals/policy";
import { plainText } from "~/domain/shared/plain-text";
import { paths } from "~/paths";
import type { PolicyVersion } from "~/ports/approval-policies";
import { PolicyFields } from "~/ui/admin/approval-policy-fields";
import { approvalRules } from "~/ui/admin/approval-rules";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { minute } from "~/ui/admin/staff-words";
import { type DataColumn, DataTable } from "~/ui/data-table";
import { requireCorrelationId } from "~/web/correlation.server";
import { keyIn } from "~/web/form-key.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { formOf, policyIn } from "./form";

export const handle = { noJs: true };

export const meta = () => [{ title: "What needs a second person – consent administration" }];

const VERSIONS = 20;

/** from how many on an act needs somebody else, and who that is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "approvals:view");
  const { approvalPolicies } = services();
  const [policy, versions] = await withRecord(() =>
    Promise.all([approvalPolicies.now(), approvalPolicies.versions(VERSIONS)]),
  );
  return {
    ...staffPage(request, staff),
    version: policy.version,
    rules: approvalRules(policy.rules),
    versions: versions.map(lineOf),
    form: staff.may.has("approvals:policy") ? formOf(policy.rules) : undefined,
    key: randomUUID(),
  };
}

/** What two people would look at for nothing. */
function whyNotAsked(now: Policy, from: number, rules: PolicyRules): string | undefined {
  if (now.version !== from)
    return "The rules have been changed since you opened this page. Look at what holds now, and ask again.";
  return changedRules(now.rules, rules).length === 0 ? "These rules hold already: nothing would change." : undefined;
}

/** A change waits for somebody else who may change it, as everything else does. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "approvals:policy");
  const form = await request.formData();
  const idempotencyKey = keyIn(form);
  const { given, rules, problems } = policyIn(form);
  const [from, why] = ["from", "why"].map((name) => form.get(name));
  if (typeof from !== "string" || !/^\d{1,9}$/.test(from)) throw new Response(null, { status: 400 });
  if (typeof why !== "string" || why.length > 500) throw new Response(null, { status: 400 });
  const said = plainText(why);
  const now = await withRecord(() => services().approvalPolicies.now());
  const cannot = problems ? undefined : whyNotAsked(now, Number(from), rules);
  if (problems || cannot || said === undefined)
    return data({ given, problems: problems ?? {}, cannot, why, isWithoutWhy: said === undefined }, { status: 422 });
  const approval = await withRecord(() =>
    services().approvals.ask({
      act: { name: "change-approval-policy", payload: { from: Number(from), rules } },
      why: said,
      by: staff.id,
      idempotencyKey,
      correlationId: requireCorrelationId(),
    }),
  );
  return redirect(paths.adminApproval(approval.id), 303);
}

const lineOf = ({ version, setAt, approvalId, rules }: PolicyVersion) => ({
  version,
  setAt: minute(setAt),
  href: paths.adminApproval(approvalId),
  rules: approvalRules(rules)
    .map(({ act, words }) => `${act}: ${words}`)
    .join(". "),
});

const RULES: readonly DataColumn<ReturnType<typeof approvalRules>[number]>[] = [
  { id: "act", header: "Act", names: true, cell: ({ act }) => act },
  { id: "needs", header: "Needs a second person", cell: ({ words }) => words },
];

const VERSIONS_COLUMNS: readonly DataColumn<ReturnType<typeof lineOf>>[] = [
  { id: "version", header: "Version", names: true, cell: ({ version, href }) => <a href={href}>Version {version}</a> },
  { id: "set", header: "Since (UTC)", cell: ({ setAt }) => setAt },
  { id: "rules", header: "Rules", cell: ({ rules }) => rules },
];

export default function PolicyPage() {
  const { frame, version, rules, versions, form, key } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  return (
    <StaffFrame view={frame} title="What needs a second person">
      <p>
        Counted is what one person asks for within 24 hours, all together, so that splitting changes nothing. Changing
        these rules always needs a second person.
      </p>
      <h2>{version === 0 ? "As it comes" : `Version ${version}`}</h2>
      <DataTable
        caption="What needs a second person now"
        columns={RULES}
        rows={rules}
        keyOf={({ name }) => name}
        nothing={null}
      />
      {form && (
        <PolicyFields
          key={key}
          hidden={{ key, from: String(version) }}
          form={tried?.given ?? form}
          problems={tried?.problems ?? {}}
          why={tried?.why ?? ""}
          cannot={tried?.cannot}
          isWithoutWhy={tried?.isWithoutWhy ?? false}
        />
      )}
      <h2>Versions</h2>
      <DataTable
        caption="Versions of these rules"
        columns={VERSIONS_COLUMNS}
        rows={versions}
        keyOf={(each) => String(each.version)}
        nothing={<p>Nobody has changed the rules yet.</p>}
      />
    </StaffFrame>
  );
}
