import { inHalves } from "~/domain/second-device/code";
import { isolated, withoutIsolates } from "~/domain/shared/isolated-text";
import type { Words } from "~/i18n/words";
import { type Bank, presentFrame } from "./present-frame";
import { qrPicture } from "./qr-picture";
import type { SecondDeviceView } from "./second-device-view";

/** How far another device has come, as the first one waits for it. */
export type Waiting =
  | { readonly is: "offered"; readonly code: string; readonly address: string }
  | { readonly is: "joined"; readonly number: string }
  | { readonly is: "matched" | "late" | "locked" };

/** On the first device (P-24). */
export function presentWaiting(waiting: Waiting, bank: Bank, words: Words): SecondDeviceView {
  const { secondDevice: own } = words;
  const here = { choice: "here", label: own.goOnHere };
  if (waiting.is === "offered") {
    const { scan, picture, type, lasts } = own.offered;
    const code = inHalves(waiting.code);
    const offer = {
      scan,
      picture: { label: picture, ...qrPicture(`${waiting.address}?${new URLSearchParams({ code })}`) },
      type: type(isolated(waiting.address.replace(/^https?:\/\//, ""))),
      code,
      lasts,
    };
    return { is: waiting.is, ...pageOf(own.button, bank, words), offer, ways: [here] };
  }
  const { title, text } = own[waiting.is];
  const again = waiting.is === "late" ? [{ choice: "offer", label: own.newCode }] : [];
  const number = waiting.is === "joined" && { number: waiting.number };
  return { is: waiting.is, ...pageOf(title, bank, words), text, ...number, ways: [...again, here] };
}

export type Entering = { readonly is: "code"; readonly value?: string } | { readonly is: "number" };

/** On the second one. */
export function presentEntering(
  entering: Entering,
  problem: keyof Words["secondDevice"]["problems"] | undefined,
  bank: Bank,
  words: Words,
): SecondDeviceView {
  const { secondDevice: own } = words;
  const { title, label } = own[entering.is];
  return {
    is: entering.is,
    ...pageOf(title, bank, words),
    ...(problem && { problem: { title: own.problem, message: own.problems[problem], href: `#${entering.is}` } }),
    field: { name: entering.is, label, ...("value" in entering && entering.value && { value: entering.value }) },
    ways: [{ choice: entering.is, label: own.goOn }],
  };
}

const pageOf = (title: string, bank: Bank, words: Words) => ({
  documentTitle: words.frame.titleOf(withoutIsolates(title), bank.name),
  frame: presentFrame(bank, words),
  title,
});
