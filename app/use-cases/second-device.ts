import { randomBytes } from "node:crypto";
import { codeFrom, numberFrom } from "~/domain/second-device/code";
import type { VisitId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import type { JoinRefused, OtherBrowser, SecondDeviceDesk } from "~/ports/second-device-desk";
import type { CodeMac } from "./code-mac";

interface Needs {
  readonly devices: Pick<SecondDeviceDesk, "offer" | "join">;
  readonly codeMac: CodeMac;
}

/** A code is looked up by what it is kept as, so that it is for nothing narrower than this. */
const PURPOSE = "second-device";

/**
 * Offers a visit to another device of its customer (P-24).
 *
 * @returns the code, which is kept nowhere; undefined when the visit was answered, or had too many wrong numbers.
 */
export const offerVisit =
  ({ devices, codeMac }: Needs) =>
  async (visit: Visit): Promise<string | undefined> => {
    const code = codeFrom(randomBytes(16));
    const offered = { codeMac: codeMac.of(PURPOSE, code), number: numberFrom(randomBytes(8)) };
    return (await devices.offer(visit, offered)) && code;
  };

/** Takes an offer by the code that the first device shows, also where the keys have changed since. */
export const joinVisit =
  ({ devices, codeMac }: Needs) =>
  async (code: string, by: OtherBrowser): Promise<VisitId | JoinRefused> => {
    for (const mac of codeMac.everyOf(PURPOSE, code)) {
      const joined = await devices.join(mac, by);
      if (typeof joined === "string" || joined.refused !== "unknown") return joined;
    }
    return { refused: "unknown" };
  };
