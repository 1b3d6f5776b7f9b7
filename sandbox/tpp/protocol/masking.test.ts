import fc from "fast-check";
import { expect, test } from "vitest";
import { mask, maskBody, maskHeader, maskJson } from "./masking.ts";

const SECRET = "s3cr3t-value-that-is-long-enough-to-matter";

test("a secret keeps six characters and its length, a short one only its length", () => {
  expect(mask(SECRET)).toBe("s3cr3t… (42 characters)");
  expect(mask("hunter2")).toBe("… (7 characters)");
});

test("nothing of a secret beyond six characters survives, wherever in a JSON body it sits", () => {
  const names = fc.constantFrom(
    "access_token",
    "refresh_token",
    "id_token",
    "code",
    "client_assertion",
    "code_verifier",
  );
  const secrets = fc.stringMatching(/^[a-z0-9]{30,60}$/);
  const nested = (value: object) =>
    fc.constantFrom<unknown>(value, [value], { Data: value }, { Data: [{ inner: value }] });
  fc.assert(
    fc.property(
      fc.tuple(names, secrets).chain(([name, secret]) => fc.tuple(fc.constant(secret), nested({ [name]: secret }))),
      ([secret, body]) => {
        const masked = JSON.stringify(maskBody("application/json; charset=utf-8", JSON.stringify(body)));
        expect(masked).not.toContain(secret.slice(0, 7));
        expect(masked).toContain(`(${secret.length} characters)`);
      },
    ),
  );
});

test("a form keeps its names and its open values", () => {
  const body = new URLSearchParams({ grant_type: "authorization_code", code: SECRET, client_id: "tpp-beacon" });
  expect(maskBody("application/x-www-form-urlencoded;charset=UTF-8", body.toString())).toEqual({
    type: "form",
    fields: [
      { name: "grant_type", value: "authorization_code" },
      { name: "code", value: "s3cr3t… (42 characters)" },
      { name: "client_id", value: "tpp-beacon" },
    ],
  });
});

test("a bearer token and a message signature are cut", () => {
  expect(maskHeader("authorization", `Bearer ${SECRET}`)).toBe("Bearer s3cr3t… (42 characters)");
  expect(maskHeader("x-jws-signature", `eyJhbGciOiJQUzI1NiJ9..${SECRET}`)).toBe(
    "eyJhbGciOiJQUzI1NiJ9..s3cr3t… (42 characters)",
  );
});

test("what is announced as JSON and is not stays readable", () => {
  expect(maskBody("application/json", "<html>")).toEqual({ type: "text", text: "<html>" });
  expect(maskBody("application/json", "")).toBeUndefined();
});

test("a long body is cut and says by how much", () => {
  const body = maskBody("text/plain", "x".repeat(20_000));
  expect(body?.type === "text" && body.text.endsWith("\n… 4,000 more characters")).toBe(true);
});

test("a signed token is cut whatever its field is called; a header that is only encoded is not", () => {
  const token = "eyJhbGciOiJQUzI1NiJ9.eyJqdGkiOiIxIn0.c2lnbmF0dXJl";
  expect(maskJson({ sets: { "jti-1": token }, kid: "eyJhbGciOiJQUzI1NiJ9" })).toEqual({
    sets: { "jti-1": `eyJhbG… (${token.length} characters)` },
    kid: "eyJhbGciOiJQUzI1NiJ9",
  });
});
