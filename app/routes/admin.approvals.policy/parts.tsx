import { paths } from "~/paths";
import type { PolicyVersion } from "~/ports/approval-policies";
import { approvalRules } from "~/ui/admin/approval-rules";
import { minute } from "~/ui/admin/staff-words";
import { type DataColumn, DataTable } from "~/ui/data-table";

/** One version in its list. */
export const versionLine = ({ version, setAt, approvalId, rules }: PolicyVersion) => ({
  version,
  setAt: minute(setAt),
  href: paths.adminApproval(approvalId),
  rules: approvalRules(rules)
    .map(({ act, words }) => `${act}: ${words}`)
    .join(". "),
});

type RuleLine = ReturnType<typeof approvalRules>[number];

const RULES: readonly DataColumn<RuleLine>[] = [
  { id: "act", header: "Act", names: true, cell: ({ act }) => act },
  { id: "needs", header: "Needs a second person", cell: ({ words }) => words },
];

type VersionLine = ReturnType<typeof versionLine>;

const VERSIONS: readonly DataColumn<VersionLine>[] = [
  { id: "version", header: "Version", names: true, cell: ({ version, href }) => <a href={href}>Version {version}</a> },
  { id: "set", header: "Since (UTC)", cell: ({ setAt }) => setAt },
  { id: "rules", header: "Rules", cell: ({ rules }) => rules },
];

/** What holds, act by act. */
export function RulesTable({ rules }: { readonly rules: readonly RuleLine[] }) {
  return (
    <DataTable
      caption="What needs a second person now"
      columns={RULES}
      rows={rules}
      keyOf={({ name }) => name}
      nothing={null}
    />
  );
}

/** What held before, newest first. */
export function VersionsTable({ versions }: { readonly versions: readonly VersionLine[] }) {
  return (
    <DataTable
      caption="Versions of these rules"
      columns={VERSIONS}
      rows={versions}
      keyOf={(each) => String(each.version)}
      nothing={<p>Nobody has changed the rules yet.</p>}
    />
  );
}
