/** What somebody has to know about the page before they read it. */
export interface StaffNotice {
  readonly tone: "good" | "wait" | "bad" | "over";
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
