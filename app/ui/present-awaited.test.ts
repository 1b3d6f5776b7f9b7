import { expect, test } from "vitest";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { presentAwaited } from "./present-awaited";
import { presentStop } from "./present-stop";

const BANK = { name: "Northlight Bank", phone: "0800 555 0199", signatureDays: 3 };
const ANSWERED = { kind: "domestic-payment", requester: "Tallybook", outcome: "allowed" } as const;

test("T4: a first yes says how many more have to sign, in how many days, and that nothing is paid yet", () => {
  const { happened, shared } = presentAwaited("domestic-payment", "Tallybook", 2, BANK, CATALOGUES["en-GB"]);
  expect(happened).toBe(
    "You said yes to the request from Tallybook. 2 more people have to sign too. We ask them now, and they have 3 days.",
  );
  expect(shared.answer).toBe("Not yet. No money leaves before the others have signed.");
});

test("P-08: of data it says that nothing is shared yet", () => {
  const stop = { is: "already-decided", ...ANSWERED, kind: "account-access", canGoOn: true, awaitsOthers: 1 } as const;
  const { answers } = presentStop(stop, { bank: BANK }, CATALOGUES["en-GB"]);
  expect(answers).toContainEqual({
    question: "Was anything shared?",
    answer: "Not yet. Nothing is shared before the others have agreed.",
  });
});

test.each(LOCALES)("T4: in %s neither page after it says that it was allowed", (locale) => {
  const words = CATALOGUES[locale];
  const allowed = words.stop.leaving.happened.payment.allowed("").trim();
  for (const stop of [
    { is: "leaving", ...ANSWERED, to: "https://as.example", awaitsOthers: 1 },
    { is: "already-decided", ...ANSWERED, canGoOn: true, awaitsOthers: 1 },
  ] as const) {
    const said = presentStop(stop, { bank: BANK }, words).answers.map(({ answer }) => answer);
    expect(said.join(" ")).not.toContain(allowed);
    expect(said).toContain(words.signers.notYet);
  }
});

test("P-11: until all have signed, what it takes the place of has not ended", () => {
  const mode = { is: "instead-of", consentId: "vrp-0" as never } as const;
  const words = CATALOGUES["en-GB"];
  const said = (awaits: object) =>
    presentStop({ is: "already-decided", ...ANSWERED, mode, canGoOn: true, ...awaits }, { bank: BANK }, words)
      .answers.map(({ answer }) => answer)
      .join(" ");
  expect(said({})).toContain(words.whatWasBefore.hasEnded);
  expect(said({ awaitsOthers: 1 })).not.toContain(words.whatWasBefore.hasEnded);
  expect(said({ awaitsOthers: 1 })).toContain(words.whatWasBefore.stays);
});
