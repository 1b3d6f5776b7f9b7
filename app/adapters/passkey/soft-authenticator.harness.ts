import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { Passkey } from "~/ports/factors";

interface Asked {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  readonly verified?: boolean;
  readonly type?: string;
}

/** A passkey in this process: signs what it is asked to, as a device would (Web Authentication, section 6.3.3). */
export function aSoftPasskey() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  // COSE: EC2, ES256, P-256 and its point (RFC 9053, section 7.1.1).
  const cose = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y, "base64url"),
  ]);
  const id = randomBytes(16).toString("base64url");
  let counter = 0;
  const passkey: Passkey = { id, publicKey: cose.toString("base64url"), counter, transports: ["internal"] };

  function assert({ challenge, origin, rpId, verified = true, type = "webauthn.get" }: Asked): string {
    counter += 1;
    const clientData = Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
    const authenticatorData = Buffer.alloc(37);
    createHash("sha256").update(rpId).digest().copy(authenticatorData);
    authenticatorData.writeUInt8(verified ? 0x05 : 0x01, 32);
    authenticatorData.writeUInt32BE(counter, 33);
    const signed = Buffer.concat([authenticatorData, createHash("sha256").update(clientData).digest()]);
    return JSON.stringify({
      id,
      rawId: id,
      type: "public-key",
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: authenticatorData.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
      },
    });
  }

  return { passkey, assert };
}
