// The pictures of the guide: which there are is told by the guide itself, and of which page each is, here.
import type { Page } from "@playwright/test";
import { DAY, type Demo, type DemoSignIn, author, who } from "./demo";
import { ID, linked } from "./links";

export const ROLES: DemoSignIn["role"][] = ["organisation", "manager", "bureau", "auditor", "admin"];
export const LANGUAGES = ["zh-CN", "en"];
/** What the demo's day has in work. */
const QUARTER = "2026-Q1";

/** A picture, as the guide shows it beside a step. */
export interface Shot {
  name: string;
  file: string;
  alt: string;
  width: number;
  height: number;
  /** Where the step leads to. */
  step: string;
}

/** Which page is shown, where it is not that of the step, and from which place of it on, where not from its top. */
interface Shown {
  find: (page: Page, step: string) => Promise<string>;
  from?: string;
}

/** By the names that `app/src/help/shots.rs` gives. */
const SHOWN: Record<string, Shown> = {
  "our-week": { find: (page, step) => linked(page, step, "/reports/\\d{4}-W\\d\\d") },
  "our-plan": { find: (page, step) => linked(page, step, `/plans/${DAY.slice(0, 7)}`) },
  review: { find: (page, step) => linked(page, step, `/reports/${ID}`) },
  sheets: { find: (page, step) => linked(page, step, `/assessments/${QUARTER}`), from: "main .filters" },
  glance: { find: (page, step) => linked(page, step, "/quarters/\\d{4}-Q\\d") },
  "to-check": {
    find: async (page, step) => `${await linked(page, step, `/assessments/${QUARTER}\\?order=difference`)}&state=scored`,
    from: "main .filters",
  },
  check: {
    find: (page, step) => linked(page, `${step}/${QUARTER}?state=scored&order=difference`, `/assessments/${QUARTER}/${ID}`),
    from: "#lines",
  },
  scorecard: {
    find: async (page, step) => {
      const cards = await linked(page, step, "/b/[\\w-]+/scorecards");
      return linked(page, await linked(page, cards, "/scorecards/organisation"), "/scorecards/organisation/edit");
    },
    from: "#section-0",
  },
};

/** The pictures that show another page than that of their step. */
export const BEHIND = Object.keys(SHOWN);

/** Where the page is that a picture shows, for whoever is signed in. */
export async function pageOf(page: Page, { name, step }: Shot): Promise<string> {
  return SHOWN[name]?.find(page, step) ?? step;
}

/** What the picture begins with. */
export const beginning = (page: Page, { name }: Shot) => page.locator(SHOWN[name]?.from ?? "main").first();

/** Whose guide is looked at. */
export const reader = (demo: Demo, role: DemoSignIn["role"]) => (role === "organisation" ? author(demo) : who(demo, role));

/** The pictures of the guide that is open. */
export const pictures = (page: Page) => page.locator("figure.shot img");

/** Opens the guide of whoever is signed in, and tells of its pictures. */
export async function openGuide(page: Page, language: string): Promise<Shot[]> {
  await page.context().addCookies([{ name: "language", value: language, url: new URL(page.url()).origin }]);
  await page.goto("/help");
  return pictures(page).evaluateAll((all) =>
    (all as HTMLImageElement[]).map((one) => {
      const file = new URL(one.src).pathname.split("/").pop() ?? "";
      return {
        name: file.split(".")[0],
        file,
        alt: one.alt,
        width: Number(one.getAttribute("width")),
        height: Number(one.getAttribute("height")),
        step: one.closest("li")?.querySelector(":scope > a")?.getAttribute("href") ?? "",
      };
    }),
  );
}
