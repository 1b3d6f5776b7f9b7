import type { Database } from "#db/client.server";
import { createSecondDeviceDesk } from "#db/queries/second-device-desk";
import type { CustomerVault } from "~/ports/customer-vault";
import { joinVisit, offerVisit } from "~/use-cases/second-device";
import { createCodeMac } from "../code-mac.server";
import { createSeal } from "../seal.server";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
}

/** How a visit goes on on another device of its customer (P-24). */
export function wireSecondDevice(db: Database, { tenant, vault }: Needs) {
  const secondDevices = createSecondDeviceDesk(db, { tenant, vault, seal: createSeal("second-device") });
  const needs = { devices: secondDevices, codeMac: createCodeMac() };
  return { secondDevices, offerVisit: offerVisit(needs), joinVisit: joinVisit(needs) };
}
