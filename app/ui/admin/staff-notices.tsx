import type { Tone } from "./standing-view";

/** What somebody has to know about the page before they read it. */
export interface StaffNotice {
  readonly tone: Tone;
  readonly text: string;
}

export function StaffNotices({ notices }: { notices: readonly StaffNotice[] }) {
  return (
    <>
      {notices.map(({ tone, text }) => (
        <p key={text} role="status" className={`notice ${tone}`}>
          {text}
        </p>
      ))}
    </>
  );
}
