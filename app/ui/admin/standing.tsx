import { Sentence } from "../sentence";
import type { StandingView } from "./standing-view";

/** A word and its shape, and where there is one the reason. */
export function Standing({ view: { word, tone, why } }: { view: StandingView }) {
  return (
    <>
      <span className={tone === "over" ? "status" : `status ${tone}`}>{word}</span>
      {why && (
        <>
          {" "}
          <span className="why">
            <Sentence>{why}</Sentence>
          </span>
        </>
      )}
    </>
  );
}
