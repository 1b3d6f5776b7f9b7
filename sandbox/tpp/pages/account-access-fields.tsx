import type { OrderFields } from "../order/order-form.ts";
import { PERMISSION_GROUPS, PRESETS } from "../order/permissions.ts";
import { TextField } from "./text-field.tsx";

type Group = (typeof PERMISSION_GROUPS)[number];

/** The first two groups are what the sandbox's bank has an API for. */
const COMMON = PERMISSION_GROUPS.slice(0, 2);
const OTHER = PERMISSION_GROUPS.slice(2);

export interface AccountAccessFieldsProps {
  readonly fields: OrderFields;
  readonly preset: string | undefined;
  readonly problems: Readonly<Record<string, string>>;
}

/** What account access asks for: permissions and dates. */
export function AccountAccessFields({ fields, preset, problems }: AccountAccessFieldsProps) {
  const chosen = fields.permission ?? [];
  return (
    <>
      <fieldset
        className="card"
        id="permission"
        aria-describedby={problems.permission ? "permission-problem" : undefined}
      >
        <legend>Permissions</legend>
        {problems.permission && (
          <span className="error" id="permission-problem">
            {problems.permission}
          </span>
        )}
        <nav className="presets" aria-label="Ready-made sets of permissions">
          {PRESETS.map(({ id, name }) => (
            <a key={id} href={`/?preset=${id}#permission`} aria-current={preset === id ? "true" : undefined}>
              {name}
            </a>
          ))}
        </nav>
        {COMMON.map((group) => (
          <PermissionGroup key={group.name} group={group} chosen={chosen} />
        ))}
        <details open={OTHER.some((group) => Object.keys(group.permissions).some((code) => chosen.includes(code)))}>
          <summary>Other permissions</summary>
          <div className="stack">
            {OTHER.map((group) => (
              <PermissionGroup key={group.name} group={group} chosen={chosen} />
            ))}
          </div>
        </details>
      </fieldset>
      <fieldset className="card">
        <legend>Dates</legend>
        <div className="fields">
          <TextField
            name="accessEnds"
            label="Access ends"
            hint="Empty: open-ended"
            type="date"
            fields={fields}
            problems={problems}
          />
          <TextField
            name="transactionsFrom"
            label="Transactions from"
            hint="Empty: all there are"
            type="date"
            fields={fields}
            problems={problems}
          />
          <TextField
            name="transactionsTo"
            label="Transactions to"
            hint="Empty: no end"
            type="date"
            fields={fields}
            problems={problems}
          />
        </div>
      </fieldset>
    </>
  );
}

function PermissionGroup({ group, chosen }: { readonly group: Group; readonly chosen: string | readonly string[] }) {
  return (
    <fieldset className="group">
      <legend>{group.name}</legend>
      <div className="choices">
        {Object.entries(group.permissions).map(([code, label]) => (
          <label className="choice" key={code}>
            <input type="checkbox" name="permission" value={code} defaultChecked={chosen.includes(code)} />
            <span>{label}</span>
            <small>
              <code>{code}</code>
            </small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
