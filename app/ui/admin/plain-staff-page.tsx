import type { ReactNode } from "react";
import { BankMark } from "~/ui/bank-mark";
import "./admin.css";
import "./rail.css";
import "./parts.css";

/** In front of the portal, or instead of one of its pages: one message and the way on. */
export function PlainStaffPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="admin plain-page" lang="en-GB" dir="ltr">
      <main id="main">
        <span className="bank-tile">
          <BankMark />
        </span>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
