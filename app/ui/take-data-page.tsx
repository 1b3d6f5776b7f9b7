import { DashboardFrame } from "./dashboard-frame";
import type { ExportView } from "./notices-view";

/** A customer's own record, as files to keep. */
export function TakeDataPage({ view }: { view: ExportView }) {
  const { text, keepSafe, files } = view;
  return (
    <DashboardFrame view={view}>
      <p className="mt-4 max-w-[40rem]">{text}</p>
      <ul className="mt-6">
        {files.map(({ href, label }) => (
          <li key={href}>
            <a href={href} download className="inline-block py-2 font-semibold underline underline-offset-4">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-6 max-w-[40rem] text-soft">{keepSafe}</p>
    </DashboardFrame>
  );
}
