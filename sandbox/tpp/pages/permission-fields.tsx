import type { OrderFields } from "../order/field.ts";
import { PERMISSION_GROUPS, PRESETS } from "../order/permissions.ts";

type Group = (typeof PERMISSION_GROUPS)[number];

/** The first two groups are what the sandbox's bank has an API for. */
const COMMON = PERMISSION_GROUPS.slice(0, 2);
const OTHER = PERMISSION_GROUPS.slice(2);

export interface PermissionFieldsProps {
  readonly fields: OrderFields;
  readonly preset: string | undefined;
  /** The run to replace, which a preset must not forget. */
  readonly replaces: string | undefined;
  readonly problems: Readonly<Record<string, string>>;
}

/** What account access asks to see. */
export function PermissionFields({ fields, preset, replaces, problems }: PermissionFieldsProps) {
  const chosen = fields.permission ?? [];
  const kept = replaces ? `&replaces=${replaces}` : "";
  return (
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
          <a key={id} href={`/?preset=${id}${kept}#permission`} aria-current={preset === id ? "true" : undefined}>
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
