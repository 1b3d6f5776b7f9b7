import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import { PORTS, type PortName } from "./topology.ts";

/**
 * How every service of the sandbox starts, listens, logs and stops. It knows nothing of what they say to each other.
 */

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export interface TlsIdentity {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

/** The certificate, key and trusted root of one member of the sandbox's PKI, as PEM. */
export function tlsIdentity(pkiFolder: string, name: string): TlsIdentity {
  const read = (file: string) => readFileSync(join(pkiFolder, file), "utf8");
  return { cert: read(`${name}.cert.pem`), key: read(`${name}.key.pem`), ca: read("ca.pem") };
}

/**
 * `none` for browsers, which would show a certificate picker otherwise; `asked` where the handler itself answers what
 * a missing certificate means; `required` where the TLS handshake must fail without one.
 */
export type ClientCertificate = "none" | "asked" | "required";

/**
 * Authenticated encryption with forward secrecy only (BCP 195; FAPI 1.0 Part 2, section 8.5, lists the same for RSA keys;
 * ours are elliptic, which FAPI 2.0 takes as well).
 */
const CIPHERS = [
  "TLS_AES_256_GCM_SHA384",
  "TLS_AES_128_GCM_SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-ECDSA-AES128-GCM-SHA256",
].join(":");

/**
 * Listens on loopback. Port 0 takes a free one.
 *
 * @throws Error naming the port and the variable that moves it when the port is taken.
 */
export async function listen(
  name: PortName,
  port: number,
  handler: RequestListener,
  tls?: TlsIdentity & { readonly clientCertificate: ClientCertificate },
): Promise<Listening> {
  const server: Server = tls
    ? createTlsServer(
        {
          cert: tls.cert,
          key: tls.key,
          ca: tls.ca,
          minVersion: "TLSv1.2",
          ciphers: CIPHERS,
          requestCert: tls.clientCertificate !== "none",
          rejectUnauthorized: tls.clientCertificate === "required",
        },
        handler,
      )
    : createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`port ${port} (${name}) is taken; set ${PORTS[name].variable} to move it`)
          : error,
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      }),
  };
}

/** One JSON line per event, on standard output. `LOG_LEVEL` chooses how much. */
export function createLog(service: string): Logger {
  return pino({
    level: process.env["LOG_LEVEL"] ?? "info",
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["*.authorization", "*.cookie", "*.password"],
  });
}

/**
 * Runs a service as a process of its own: tells the parent when it is ready, stops on SIGTERM and SIGINT, and also
 * when the parent is gone, so that a killed launcher leaves nothing behind.
 */
export async function runAsProcess(name: string, start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  const log = createLog(name);
  let service: { close(): Promise<void> };
  try {
    service = await start();
  } catch (error) {
    log.fatal({ err: error }, "could not start");
    process.send?.({ failed: error instanceof Error ? error.message : String(error) });
    process.exit(1);
  }
  let stopping = false;
  const stop = async (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, "stopping");
    await service.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));
  if (process.send) process.on("disconnect", () => void stop("the launcher is gone"));
  log.info("ready");
  process.send?.({ ready: true });
}
