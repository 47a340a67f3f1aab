// Where pages lead to.
import type { Page } from "@playwright/test";

/** An id in a path, as the pattern of a link has it. */
export const ID = "[0-9a-f-]{36}";

/** Where the first link of a kind leads to that a page has. */
export async function linked(page: Page, from: string, to: string): Promise<string> {
  const answer = await page.request.get(from);
  const links = [...(await answer.text()).matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, link]) => link);
  const found = links.find((link) => new RegExp(`${to}$`).test(link));
  if (!found) throw new Error(`${from} answers ${answer.status()} and leads to no ${to}`);
  return found;
}
