import { expect, test } from "vitest";
import { registerAddress } from "./register-address";

test("D-20: a firm can be looked up with the authority that registered it", () => {
  expect(registerAddress("PSDGB-FCA-731904")).toBe("https://register.fca.org.uk/s/search?q=731904&type=Companies");
  expect(registerAddress("PSDDE-BAFIN-123456")).toBe("https://euclid.eba.europa.eu/register/pir/search");
});

test.each([undefined, "", "731904", "PSDGB-FCA-73&19=04", "PSDUS-OCC-1", "PSDGB-FCA-731904\nx", "PSDGB-FCA-"])(
  "D-20: %j leads nowhere",
  (id) => {
    expect(registerAddress(id)).toBeUndefined();
  },
);
