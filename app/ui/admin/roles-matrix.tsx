import { STAFF_PERMISSIONS, type StaffPermission } from "~/domain/staff/permission";
import { rolesWith, STAFF_ROLES, type StaffRole } from "~/domain/staff/role";
import { type DataColumn, DataTable } from "~/ui/data-table";
import "./roles-matrix.css";

interface Line {
  readonly permission: StaffPermission;
  readonly words: string;
  readonly area: string;
  /** Of the lines of one area, the first says which it is. */
  readonly isFirst: boolean;
  readonly roles: ReadonlySet<StaffRole>;
}

const areaOf = (permission: string) => permission.slice(0, permission.indexOf(":"));

const AREAS: Readonly<Record<string, string>> = { tpps: "TPPs", gallery: "Page gallery" };
const areaWords = (area: string) => AREAS[area] ?? area.charAt(0).toUpperCase() + area.slice(1);

const PERMISSIONS = Object.entries(STAFF_PERMISSIONS) as [StaffPermission, string][];

/** In the order of their areas, each area where it comes first. */
const LINES: readonly Line[] = [...new Set(PERMISSIONS.map(([name]) => areaOf(name)))].flatMap((area) =>
  PERMISSIONS.filter(([name]) => areaOf(name) === area).map(([permission, words], place) => ({
    permission,
    words,
    area: areaWords(area),
    isFirst: place === 0,
    roles: new Set(rolesWith(permission)),
  })),
);

const ROLES = Object.entries(STAFF_ROLES) as [StaffRole, (typeof STAFF_ROLES)[StaffRole]][];

const COLUMNS: readonly DataColumn<Line>[] = [
  {
    id: "area",
    header: "Area",
    cell: ({ area, isFirst }) => <span className={isFirst ? "role-area" : "role-area again"}>{area}</span>,
  },
  { id: "may", header: "May", names: true, cell: ({ words }) => words },
  ...ROLES.map(
    ([id, { name }]): DataColumn<Line> => ({
      id,
      header: name,
      cell: ({ roles }) =>
        roles.has(id) ? <span className="role-may">Yes</span> : <span className="role-not">–</span>,
    }),
  ),
];

/** who may do what, drawn from what the guards ask. */
export function RolesMatrix() {
  return (
    <div className="roles-matrix">
      <DataTable
        caption="What each role may do"
        columns={COLUMNS}
        rows={LINES}
        keyOf={({ permission }) => permission}
        nothing={null}
      />
    </div>
  );
}

/** What each role is for, and how much it may. */
export function RolesPurposes() {
  return (
    <dl className="facts">
      {ROLES.map(([id, { name, purpose, may }]) => (
        <div key={id} className="contents">
          <dt>{id === "super" ? <span className="status wait">{name}</span> : name}</dt>
          <dd>
            {purpose}{" "}
            <small>
              {may.length} of {LINES.length}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
