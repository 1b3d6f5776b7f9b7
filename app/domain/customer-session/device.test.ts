import { expect, test } from "vitest";
import { deviceOf } from "./device";

const MOZILLA = "Mozilla/5.0";
const KIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${KIT} Chrome/141.0.0.0 Safari/537.36`, "Chrome", "Windows"],
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${KIT} Chrome/141.0.0.0 Safari/537.36 Edg/141.0`, "Edge", "Windows"],
  [`${MOZILLA} (Linux; Android 14; Pixel) ${KIT} Chrome/141.0.0.0 Mobile Safari/537.36`, "Chrome", "Android"],
  [`${MOZILLA} (Linux; Android 14) ${KIT} SamsungBrowser/25.0 Chrome/121 Safari/537.36`, "Samsung Internet", "Android"],
  [`${MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1`, "Safari", "iPhone"],
  [`${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) ${KIT} Version/18.0 Safari/605.1.15`, "Safari", "Mac"],
  [`${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, "Firefox", "Linux"],
])("%s", (userAgent, browser, platform) => {
  expect(deviceOf(userAgent)).toEqual({ browser, platform });
});

test.each([[null], [""], ["curl/8.5"], ["<script>Chrom</script>"]])("nothing is made up of %s", (userAgent) => {
  expect(deviceOf(userAgent)).toEqual({});
});

test("nothing of the text itself is kept", () => {
  expect(JSON.stringify(deviceOf(`Chrome/1 ${"x".repeat(100_000)} iPhone`))).toBe('{"browser":"Chrome"}');
});
