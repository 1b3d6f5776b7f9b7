import { expect, test } from "vitest";
import { adoptCorrelationId, correlationId, newTrace, withTrace } from "./correlation.server";

const TPP_ID = "93BAC548-D2DE-4546-B106-880A5018460D";

test("requests side by side keep their own ids", async () => {
  const [one, two] = await Promise.all(
    [newTrace(), newTrace()].map((trace) =>
      withTrace(trace, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return [correlationId(), trace.correlationId];
      }),
    ),
  );
  expect(one?.[0]).toBe(one?.[1]);
  expect(two?.[0]).toBe(two?.[1]);
  expect(one?.[0]).not.toBe(two?.[0]);
  expect(correlationId()).toBeUndefined();
});

test("the TPP's interaction id is taken over for the rest of the request, also by what began before", async () => {
  const trace = newTrace();
  await withTrace(trace, async () => {
    await (async () => adoptCorrelationId(TPP_ID))();
    expect(correlationId()).toBe(TPP_ID.toLowerCase());
  });
  expect(trace.correlationId).toBe(TPP_ID.toLowerCase());
});

test.each(["", "x", `${TPP_ID}\r\nx: y`, "../../etc", TPP_ID.slice(1)])(
  "what is not a UUID is not taken over: %j",
  (id) => {
    withTrace(newTrace(), () => {
      const before = correlationId();
      adoptCorrelationId(id);
      expect(correlationId()).toBe(before);
    });
  },
);
