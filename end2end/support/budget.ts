// How much a page asks for when it is opened, and how much that weighs.
import type { Page } from "@playwright/test";

/** What every page is made of: itself, its style sheet, and the two files of its program. */
const ALWAYS = 4;

/** What a browser asks for by itself, when and as often as it likes. */
const BY_ITSELF = ["/icon.svg", "/icon-180.png", "/manifest.webmanifest"];

/** Of what was asked for, what the page is answerable for: not what a field draws of itself, which has no path. */
export function ofPage(paths: string[]): string[] {
  return paths.filter((path) => path.startsWith("/") && !BY_ITSELF.includes(path));
}

/** So many requests the page on screen may have made: those of every page, a script where it takes pictures, and its images. */
export async function mostRequests(page: Page): Promise<number> {
  const takesPictures = (await page.locator("[data-reducing]").count()) > 0;
  const images = await page.locator("img").count();
  return ALWAYS + Number(takesPictures) + images;
}

/** Listens from now on; what it gives says in a line what is wrong with the page on screen, or nothing. */
export function counted(page: Page): (path: string) => Promise<string[]> {
  let asked: string[] = [];
  page.on("request", (request) => {
    // No page has frames.
    if (request.isNavigationRequest()) asked = [];
    asked.push(new URL(request.url()).pathname);
  });
  return async (path) => {
    const [made, most] = [ofPage(asked), await mostRequests(page)];
    return made.length > most ? [`${path} asks for ${made.length} things, not ${most}: ${made.join(", ")}`] : [];
  };
}

/** Listens from now on; what it gives are the errors that the page on screen has put on the console. */
export function complaints(page: Page): (path: string) => string[] {
  let said: string[] = [];
  page.on("request", (request) => {
    if (request.isNavigationRequest()) said = [];
  });
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  return (path) => said.map((words) => `${path} complains: ${words}`);
}

/** Bytes that a page may be made of, as they come over the network, besides its pictures. */
const MOST_BYTES = 300_000;

/** In a line, how far the page on screen is above that; nothing where it is not. */
export async function tooHeavy(page: Page, path: string): Promise<string[]> {
  const bytes = await page.evaluate(() => {
    const loaded = performance.getEntries().filter((entry) => entry instanceof PerformanceResourceTiming);
    return loaded.reduce((sum, { initiatorType, encodedBodySize }) => sum + (initiatorType === "img" ? 0 : encodedBodySize), 0);
  });
  return bytes > 0 && bytes <= MOST_BYTES ? [] : [`${path} weighs ${bytes} bytes`];
}
