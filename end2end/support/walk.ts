// Walks every kind of page that can be reached by links.
import type { Page } from "@playwright/test";

const ID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/g;

/** What kind of page an address leads to: ids, weeks and months stand for all others, the query for one of each name. */
export function kind(url: URL): string {
  const names = [...url.searchParams.keys()].filter((name) => !["page", "sort", "done"].includes(name)).sort();
  return [pathKind(url), ...new Set(names)].join(" ");
}

/** The same without the query: a list is one page, however it is narrowed. */
export function pathKind(url: URL): string {
  return url.pathname.replace(ID, "ID").replace(/\/targets\/(?!edit)\w+/, "/targets/TARGET").replace(/\/scorecards\/\w+/, "/scorecards/KIND").replace(/\/follow-ups\/\d+/, "/follow-ups/AGE").replace(/\d{4}-Q\d/g, "QUARTER").replace(/\d{4}-W\d\d/g, "WEEK").replace(/\d{4}-\d\d(?=\/|$)/g, "MONTH").replace(/\/\d{4}(?=\/|$)/g, "/YEAR");
}

/**
 * Opens the first screen and every kind of page that links lead to from there, and calls `look` on each.
 * What is downloaded rather than shown is left out.
 */
export async function walk(
  page: Page,
  first: string,
  look: (path: string) => Promise<void>,
  kindOf: (url: URL) => string = kind,
): Promise<string[]> {
  const origin = new URL(page.url()).origin;
  const waiting = [new URL(first, origin)];
  const known = new Set(waiting.map(kindOf));
  const seen: string[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const path = next.pathname + next.search;
    const answer = await page.goto(path);
    if (!answer?.ok()) throw new Error(`${path} answers ${answer?.status()}`);
    await look(path);
    seen.push(path);
    const links = await page.locator("a[href]:not([download])").evaluateAll((all) =>
      // Links in a drawing have no `href` of text.
      all.map((link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href),
    );
    for (const link of links) {
      const url = new URL(link);
      const isPage = url.origin === origin && !/^\/(api|files|pkg)\/|\/export|\.\w+$/.test(url.pathname);
      if (!isPage || known.has(kindOf(url))) continue;
      known.add(kindOf(url));
      waiting.push(url);
    }
  }
  return seen;
}
