import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import type { SavedSearch } from "~/ports/staff-lists";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { StaffNotices } from "~/ui/admin/staff-notices";
import { type DataColumn, DataTable } from "~/ui/data-table";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { askedIn } from "./form";

export const handle = { noJs: true };

export const meta = () => [{ title: "Your saved searches – consent administration" }];

/** The searches that this person comes back to. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "consents:search");
  const saved = await withRecord(() => services().staffLists.savedOf(staff.id));
  return {
    ...staffPage(request, staff),
    saved,
    full: new URL(request.url).searchParams.get("full") === "yes",
  };
}

/** Keeps or forgets a search, or how lists look, of whoever asks and of nobody else. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "consents:search");
  const asked = askedIn(await request.formData());
  const { staffLists } = services();
  switch (asked?.act) {
    case "look":
      await withRecord(() => staffLists.setLook(staff.id, asked.look));
      return redirect(kept(asked.back), 303);
    case "forget":
      await withRecord(() => staffLists.forget(staff.id, asked.id));
      return redirect(paths.adminSearches, 303);
    case "save": {
      const isKept = await withRecord(() => staffLists.save(staff.id, asked.name, asked.query));
      return redirect(isKept ? kept(paths.adminConsentsFound(asked.query)) : `${paths.adminSearches}?full=yes`, 303);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

/** The list, saying that it was done. */
const kept = (list: string): string => `${list}${list.includes("?") ? "&" : "?"}looked=saved`;

const COLUMNS: readonly DataColumn<SavedSearch>[] = [
  {
    id: "name",
    header: "Name",
    names: true,
    cell: ({ name, query }) => (
      <a href={paths.adminConsentsFound(query)}>
        <bdi>{name}</bdi>
      </a>
    ),
  },
  {
    id: "forget",
    header: "Forget",
    cell: ({ id, name }) => (
      <form method="post">
        <input type="hidden" name="act" value="forget" />
        <input type="hidden" name="id" value={id} />
        <button type="submit" className="plain">
          Forget<span className="unseen"> “{name}”</span>
        </button>
      </form>
    ),
  },
];

export default function Searches() {
  const { frame, saved, full } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Your saved searches">
      {full && (
        <StaffNotices
          notices={[
            { tone: "wait", text: "You keep 50 searches, which is as many as there can be. Forget one first." },
          ]}
        />
      )}
      <DataTable
        caption="Your saved searches"
        columns={COLUMNS}
        rows={saved}
        keyOf={({ id }) => id}
        nothing={
          <p>
            You keep no searches yet. Below the <a href={paths.adminConsents}>list of consents</a>, any search that
            names no customer can be saved under a name.
          </p>
        }
      />
    </StaffFrame>
  );
}
