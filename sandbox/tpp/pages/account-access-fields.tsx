import type { OrderFields } from "../order/order-form.ts";
import { PERMISSION_GROUPS, PRESETS } from "../order/permissions.ts";
import { TextField } from "./text-field.tsx";

export interface AccountAccessFieldsProps {
  readonly fields: OrderFields;
  readonly preset: string | undefined;
  readonly problems: Readonly<Record<string, string>>;
}

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
        {PERMISSION_GROUPS.map((group) => (
          <fieldset className="group" key={group.name}>
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
        ))}
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
