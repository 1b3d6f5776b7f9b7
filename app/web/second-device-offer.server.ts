import { z } from "zod";
import { OFFER_SECONDS } from "~/domain/second-device/code";
import type { VisitId } from "~/domain/shared/ids";
import { env } from "~/env.server";
import { paths } from "~/paths";
import { sealedCookie } from "./sealed-cookie.server";

/** The code lies readable nowhere: the browser that shows it again and again while it waits carries it sealed. */
const cookieOf = (visit: VisitId) =>
  sealedCookie({
    name: `__Host-offer-${visit}`,
    schema: z.object({ code: z.string() }),
    maxAgeSeconds: OFFER_SECONDS,
  });

/** The `Set-Cookie` value that keeps the code in the browser that shows it. */
export const keepCode = (visit: VisitId, code: string): Promise<string> => cookieOf(visit).seal({ code });

/** Undefined in every other browser, and after two minutes. */
export const codeShown = async (request: Request, visit: VisitId): Promise<string | undefined> =>
  (await cookieOf(visit).open(request))?.code;

/** What is opened on the second device. */
export const secondDeviceAddress = (): string => env().PUBLIC_ORIGIN + paths.secondDevice;
