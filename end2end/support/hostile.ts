// Texts that would run something, or make an element, where a page took them for more than text.
import { type Page, expect } from "@playwright/test";

export const HOSTILE = [
  `<script>alert("script")</script>`,
  `"><img src=x onerror=alert("attribute")>`,
  `'><svg onload=alert("quote")>`,
  `</textarea><script>alert("textarea")</script>`,
  `</title><script>alert("title")</script>`,
  `</script><script>alert("serialised")</script>`,
  `<!--<script>alert("comment")//-->`,
  `javascript:alert("link")`,
  `{{constructor.constructor('alert("template")')()}}`,
  `\${alert("literal")}`,
  `<a href="javascript:alert('anchor')">机构</a>`,
  `&lt;script&gt;alert("entity")&lt;/script&gt;`,
  `\u2028<iframe srcdoc="<script>alert('frame')</script>">`,
];

/** Fails the test when a page opens a dialog. */
export function forbidDialogs(page: Page): string[] {
  const opened: string[] = [];
  page.on("dialog", async (dialog) => {
    opened.push(dialog.message());
    await dialog.dismiss();
  });
  return opened;
}

/** The page has no element that only a hostile text could have made, and allows none to run. */
export async function expectHarmless(page: Page): Promise<void> {
  const made = await page.evaluate(() => {
    const odd = "img[src='x'], svg[onload], iframe, [onerror], [onload], [onclick], a[href^='javascript:']";
    const scripts = [...document.querySelectorAll("script")].filter((script) => /^\s*alert\(/.test(script.text));
    return [...document.querySelectorAll(odd), ...scripts].map((element) => element.outerHTML.slice(0, 120));
  });
  expect(made).toEqual([]);
  const answer = await page.request.get(page.url());
  const policy = answer.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'nonce-[\w+/=-]{20,}'/);
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
}
