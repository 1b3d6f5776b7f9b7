import { testSigningKeys } from "./signing-keys.harness";

const KEYS = testSigningKeys();

/** A complete environment for tests, in which nothing answers: every address is a closed port of this machine. */
export const TEST_ENVIRONMENT = {
  NODE_ENV: "test",
  ASSENT_MODE: "sandbox",
  DATABASE_URL: "postgres://assent@127.0.0.1:1/assent",
  AS_BASE_URL: "https://localhost:1",
  AS_TENANT: "default",
  AS_SYSTEM_SERVER: "system",
  AS_WORKSPACE: "openbanking",
  AS_TOKEN_URL: "https://localhost:1/token",
  AS_CLIENT_ID: "assent",
  AS_TLS_CERT: "/dev/null",
  AS_TLS_KEY: "/dev/null",
  AS_TLS_CA: "/dev/null",
  AS_ISSUER: "http://auth.localhost:1",
  AS_JWKS_URL: "https://localhost:1/jwks",
  BANK_BASE_URL: "https://localhost:1",
  BANK_TLS_CERT: "/dev/null",
  BANK_TLS_KEY: "/dev/null",
  BANK_TLS_CA: "/dev/null",
  BANK_ADDRESS: "1 Test Street",
  BANK_PRIVACY_NOTICE: "https://localhost:1/privacy",
  BANK_LOGIN_ISSUER: "https://localhost:1",
  BANK_LOGIN_CLIENT_ID: "assent",
  BANK_LOGIN_KEY_FILE: KEYS,
  STAFF_LOGIN_ISSUER: "https://localhost:1",
  STAFF_LOGIN_CLIENT_ID: "assent-staff",
  STAFF_LOGIN_KEY_FILE: KEYS,
  SIGNING_KEYS_FILE: KEYS,
  RESOURCE_BASE_URL: "https://localhost:1",
  LOG_LEVEL: "silent",
} as const;
