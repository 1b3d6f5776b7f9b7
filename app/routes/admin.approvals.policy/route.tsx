import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changedRules } from "~/domain/approvals/policy";
import { staffNote } from "~/domain/staff/staff-note";
import { paths } from "~/paths";
import { PolicyFields } from "~/ui/admin/approval-policy-fields";
import { approvalRules } from "~/ui/admin/approval-rules";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { keyIn } from "~/web/form-key.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { formOf, policyIn } from "./form";
import { RulesTable, VersionsTable, versionLine } from "./parts";

export const handle = { noJs: true };

export const meta = () => [{ title: "What needs a second person – consent administration" }];

const VERSIONS = 20;
/** As many as are looked through for a change of the rules. */
const WAITING = 100;

/** from how many on an act needs somebody else, and who that is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "approvals:view");
  const { approvalPolicies, approvals } = services();
  const [policy, versions, waiting] = await withRecord(() =>
    Promise.all([
      approvalPolicies.now(),
      approvalPolicies.versions(VERSIONS),
      approvals.list({ view: "waiting", staff: staff.id, size: WAITING }),
    ]),
  );
  const change = waiting.rows.find(({ act }) => act.name === "change-approval-policy");
  return {
    ...staffPage(request, staff),
    waiting: change && paths.adminApproval(change.id),
    version: policy.version,
    rules: approvalRules(policy.rules),
    versions: versions.map(versionLine),
    form: staff.may.has("approvals:policy") ? formOf(policy.rules) : undefined,
    key: randomUUID(),
  };
}

const REFUSED = { status: 422 };
const AS_SENT = { problems: {}, isWithoutWhy: false };

const STALE = "The rules have been changed since you opened this page. Nothing was asked for: below is what holds now.";
const SAME = "These rules hold already: nothing would change, and nothing was asked for.";
const MARKED = "Nothing was asked for yet. What is wrong is marked below.";

/** A change waits for somebody else who may change it, as everything else does. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "approvals:policy");
  const form = await request.formData();
  const idempotencyKey = keyIn(form);
  const { given, rules, problems } = policyIn(form);
  const [from, said] = [form.get("from"), staffNote(form.get("why"))];
  const why = said ?? "";
  if (typeof from !== "string" || !/^\d{1,9}$/.test(from)) throw new Response(null, { status: 400 });
  const now = await withRecord(() => services().approvalPolicies.now());
  // What was filled in over other rules would undo what has changed in them.
  if (now.version !== Number(from)) return data({ ...AS_SENT, wrong: STALE, given: formOf(now.rules), why }, REFUSED);
  if (problems || said === undefined)
    return data({ wrong: MARKED, given, problems: problems ?? {}, why, isWithoutWhy: said === undefined }, REFUSED);
  if (changedRules(now.rules, rules).length === 0) return data({ ...AS_SENT, wrong: SAME, given, why }, REFUSED);
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

export default function PolicyPage() {
  const { frame, waiting, version, rules, versions, form, key } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  return (
    <StaffFrame view={frame} title="What needs a second person">
      {tried && (
        <p className="notice bad" role="alert">
          {tried.wrong}
        </p>
      )}
      {waiting && (
        <p className="notice wait">
          A change of these rules waits for a second person. Of two that wait, only the first to be approved takes
          effect. <a href={waiting}>Look at it</a>
        </p>
      )}
      <p>
        Counted is what one person asks for within 24 hours, all together, so that splitting changes nothing. Changing
        these rules always needs a second person.
      </p>
      <h2>{version === 0 ? "What holds now, as it comes" : `What holds now: version ${version}`}</h2>
      <RulesTable rules={rules} />
      {form && (
        <PolicyFields
          key={key}
          hidden={{ key, from: String(version) }}
          form={tried?.given ?? form}
          problems={tried?.problems ?? {}}
          why={tried?.why ?? ""}
          isWithoutWhy={tried?.isWithoutWhy ?? false}
        />
      )}
      <h2>Versions</h2>
      <VersionsTable versions={versions} />
    </StaffFrame>
  );
}
