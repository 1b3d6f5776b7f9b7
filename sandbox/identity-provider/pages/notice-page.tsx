import { BANK } from "../../personas.ts";
import { page } from "./layout.tsx";

const NOTICES = {
  ended: {
    title: "This sign-in is over",
    text: "It took more than ten minutes, was finished already, or was started in another browser. Nothing more was shared. Go back to the app or site you came from and start again.",
  },
  refused: {
    title: "This form was not sent from here",
    text: "We refused it, and nothing was shared. Go back to the app or site you came from and start again.",
  },
  signed_out: {
    title: "You are signed out",
    text: "You can close this page.",
  },
  unavailable: {
    title: "Signing in is not possible right now",
    text: "The fault is ours. Nothing was shared. Try again in a few minutes.",
  },
  unknown: {
    title: "There is nothing at this address",
    text: "To sign in, start from the app or site that you want to use.",
  },
} as const;

/** A page that says why there is nothing to do here. */
export function noticePage(kind: keyof typeof NOTICES): string {
  const { title, text } = NOTICES[kind];
  return page(title, <Notice title={title} text={text} />);
}

/** Where the OIDC library cannot send the browser back: an unknown client or address, or a sign-in that is over. */
export function renderSignInFailure(reference: string): string {
  const title = "This sign-in cannot go on";
  const text =
    "The request that brought you here is not one we can answer, or it is over. Nothing was shared. Go back to the app or site you came from and start again.";
  return page(title, <Notice title={title} text={text} reference={reference} />);
}

function Notice({ title, text, reference }: { title: string; text: string; reference?: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      <aside aria-label="Contact">
        <p>
          Questions? Call <span className="keep">{BANK.phone}</span>
          {reference && (
            <>
              {" "}
              and quote <strong>{reference}</strong>
            </>
          )}
          .
        </p>
      </aside>
    </>
  );
}
