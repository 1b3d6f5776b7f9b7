import { paths } from "~/paths";
import { PlainStaffPage } from "./plain-staff-page";

export interface StaffEntryView {
  readonly is: "unavailable" | "needed" | "failed" | "cancelled" | "signed-out" | "still-in";
  /** Where to try again. */
  readonly again: string;
}

const WORDS = {
  unavailable: {
    title: "Signing in does not work at the moment",
    text: "The bank's staff log-in does not answer. Nothing else is known to be wrong.",
    way: "Try again",
  },
  needed: {
    title: "Sign in to go on",
    text: "What you pressed needs you to sign in. Nothing was done yet.",
    way: "Sign in",
  },
  failed: {
    title: "You are not signed in",
    text: "What came back from the log-in was not what this browser asked for. That also happens when a sign-in took longer than ten minutes.",
    way: "Sign in",
  },
  cancelled: { title: "You are not signed in", text: "You turned back at the log-in.", way: "Sign in" },
  "signed-out": { title: "You are signed out", text: "Close the browser if others use this computer.", way: "Sign in" },
  "still-in": { title: "Sign out?", text: "You are signed in to consent administration.", way: "Sign out" },
} as const satisfies Record<StaffEntryView["is"], { title: string; text: string; way: string }>;

/** In front of the portal: one message and one way on. */
export function StaffEntry({ view: { is, again } }: { view: StaffEntryView }) {
  const { title, text, way } = WORDS[is];
  return (
    <PlainStaffPage title={title}>
      <p>{text}</p>
      {is === "still-in" ? (
        <form method="post" action={paths.adminLogOut} className="acts">
          <button type="submit" className="act first">
            {way}
          </button>
          <a href={again}>Stay</a>
        </form>
      ) : (
        <p className="acts">
          <a className="act first" href={again}>
            {way}
          </a>
        </p>
      )}
    </PlainStaffPage>
  );
}
