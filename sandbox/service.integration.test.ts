import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConnectionOptions, connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensurePki } from "./pki.ts";
import { type Listening, listen, tlsIdentity } from "./service.ts";

describe("a TLS listener", () => {
  const folder = mkdtempSync(join(tmpdir(), "assent-service-"));
  let listening: Listening;

  beforeAll(async () => {
    await ensurePki(folder);
    const identity = { ...tlsIdentity(folder, "bank"), clientCertificate: "required" } as const;
    listening = await listen("bankInternal", 0, (_, response) => response.end("ok"), identity);
  });
  afterAll(async () => {
    await listening.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The protocol and cipher that were agreed, or the error code of the refusal. */
  const shake = (options: ConnectionOptions) =>
    new Promise<string>((resolve) => {
      const identity = tlsIdentity(folder, "app");
      const socket = connect({
        port: listening.port,
        host: "127.0.0.1",
        servername: "localhost",
        ...identity,
        ...options,
      });
      socket.once("secureConnect", () => {
        // With TLS 1.3 the server judges the client's certificate after the client thinks that all is well.
        socket.write("GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
        socket.once("data", () => resolve(`${socket.getProtocol()} ${socket.getCipher().name}`));
      });
      socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "refused"));
    });

  test.each([
    ["TLSv1.3", "TLSv1.3 TLS_AES_256_GCM_SHA384"],
    ["TLSv1.2", "TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384"],
  ] as const)("%s is spoken", async (version, agreed) => {
    expect(await shake({ minVersion: version, maxVersion: version })).toBe(agreed);
  });

  test("ciphers without authentication of what is encrypted are refused", async () => {
    const refused = await shake({ maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES128-SHA256" });
    expect(refused).toMatch(/HANDSHAKE_FAILURE|NO_SHARED/);
  });

  test("without a client certificate there is no connection", async () => {
    const { cert: _c, key: _k, ...anonymous } = tlsIdentity(folder, "app");
    const refused = await shake({ ...anonymous, cert: undefined, key: undefined } as ConnectionOptions);
    expect(refused).toMatch(/CERTIFICATE_REQUIRED|ECONNRESET/);
  });
});
