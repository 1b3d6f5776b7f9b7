import { expect, test } from "vitest";
import { enGB } from "../../app/i18n/en-GB/index.ts";
import { readTold } from "./customer.ts";

const { leaving, decided, recording } = enGB.stop;
const FAMILIES = Object.keys(leaving.happened) as (keyof typeof leaving.happened)[];
const page = (stop: string, text: string) => readTold({ status: 200, text: `<div data-stop="${stop}">${text}</div>` });

test.each(FAMILIES)("%s: what the page says of an answer is read, whichever it is", (family) => {
  for (const outcome of ["allowed", "refused"] as const) {
    for (const told of [
      page("leaving", leaving.happened[family][outcome]("Beacon")),
      page("already-decided", decided.happened[family][outcome]("Beacon")),
      page("already-decided", decided.title[outcome]),
    ]) {
      expect(told).toMatchObject({ confirmed: outcome, kept: outcome });
    }
    expect(page("recording", recording.happened[outcome])).toMatchObject({ confirmed: undefined, kept: outcome });
  }
});
