import type { FieldGroup, OrderFields } from "../order/field.ts";
import { OrderField } from "./order-field.tsx";

export interface OrderGroupsProps {
  readonly groups: readonly FieldGroup[];
  readonly fields: OrderFields;
  readonly problems: Readonly<Record<string, string>>;
}

/** The fields of one kind of order, group by group. */
export function OrderGroups({ groups, ...given }: OrderGroupsProps) {
  return groups.map((group) => (
    <fieldset className="card" key={group.legend}>
      <legend>{group.legend}</legend>
      {group.hint && <p className="quiet">{group.hint}</p>}
      {group.folded ? (
        <details
          open={group.fields.some(({ name, choices }) => name in given.problems || (!choices && given.fields[name]))}
        >
          <summary>Show</summary>
          <Fields group={group} {...given} />
        </details>
      ) : (
        <Fields group={group} {...given} />
      )}
    </fieldset>
  ));
}

function Fields({ group, ...given }: { readonly group: FieldGroup } & Omit<OrderGroupsProps, "groups">) {
  return (
    <div className="fields">
      {group.fields.map((field) => (
        <OrderField key={field.name} field={field} {...given} />
      ))}
    </div>
  );
}
