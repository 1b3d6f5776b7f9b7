import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { GalleryList } from "~/ui/gallery-list";
import { galleryList } from "~/web/gallery.server";
import { GALLERIES, requireChoice } from "~/web/gallery-choice.server";
import { requireStaff } from "~/web/require-staff.server";
import { staffPage } from "~/web/staff-page.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: "Page gallery – consent administration" },
  ...(data?.look ? [{ tagName: "link", rel: "stylesheet", href: data.look }] : []),
];

/** every page in every state, as customers would see it. The address says all that was chosen, and can be passed on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "gallery:view");
  const { look, ...view } = await galleryList(requireChoice(request), GALLERIES.staff);
  return { ...staffPage(request, staff), look, view };
}

export default function PageGallery() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Page gallery">
      <GalleryList view={view} />
    </StaffFrame>
  );
}
