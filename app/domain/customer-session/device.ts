/** What a customer may know one of their browsers by. Guessed from what it says of itself, and trusted for nothing. */
export interface Device {
  readonly browser?: string;
  readonly platform?: string;
}

/** First match wins: most browsers claim to be several others. */
const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, "Edge"],
  [/\b(?:OPR|OPT)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/[\d.]+.* Safari\//, "Safari"],
];

const PLATFORMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows NT\b/, "Windows"],
  [/\bMacintosh\b/, "Mac"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** No browser says more of itself than this. */
const LONGEST = 1_000;

/** One of a few names for each, and nothing of the text itself: what is kept of a browser singles nobody out. */
export function deviceOf(userAgent: string | null): Device {
  const text = (userAgent ?? "").slice(0, LONGEST);
  const [browser, platform] = [BROWSERS, PLATFORMS].map((names) => names.find(([pattern]) => pattern.test(text))?.[1]);
  return { ...(browser && { browser }), ...(platform && { platform }) };
}
