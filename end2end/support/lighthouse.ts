// Pages as Lighthouse judges them, in the machine's own browser.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type LaunchOptions, type Page, type TestType, chromium } from "@playwright/test";
import lighthouse, { type Flags, type Result, desktopConfig, snapshot } from "lighthouse";
import puppeteer, { type Browser } from "puppeteer-core";
import type { DemoSignIn } from "./demo";
import { ID, linked } from "./links";
import { signIn } from "./people";
import { freePort } from "./program";

/** A page that is judged: who looks at it, on what, and where it is, told by links from one's first screen. */
export interface Screen {
  name: string;
  role?: DemoSignIn["role"];
  phone?: boolean;
  find: (page: Page, first: string) => Promise<string>;
}

const first = async (_: Page, path: string) => path;

const round = (page: Page, path: string) => linked(page, `${path}/assessments`, "/assessments/\\d{4}-Q\\d");

/** The sign-in page, the first screen of each role, and the heaviest pages. */
export const SCREENS: Screen[] = [
  { name: "sign-in", find: async () => "/sign-in" },
  { name: "first screen: organisation", role: "organisation", phone: true, find: first },
  {
    name: "a week's form",
    role: "organisation",
    phone: true,
    find: (page, path) => linked(page, path, "/reports/\\d{4}-W\\d\\d"),
  },
  {
    name: "a month's plan",
    role: "organisation",
    find: (page, path) => linked(page, `${path}/plans`, "/plans/\\d{4}-\\d\\d"),
  },
  { name: "first screen: manager", role: "manager", find: first },
  { name: "the matrix", role: "manager", find: async (_, path) => `${path}/reports` },
  { name: "a quarter's sheets", role: "manager", find: round },
  {
    name: "a sheet",
    role: "manager",
    find: async (page, path) => linked(page, await round(page, path), `/assessments/\\d{4}-Q\\d/${ID}`),
  },
  {
    name: "a follow-up's form",
    role: "manager",
    find: (page, path) => linked(page, `${path}/follow-ups`, `/follow-ups/(\\d+|${ID})`),
  },
  { name: "first screen: bureau", role: "bureau", find: first },
  { name: "first screen: auditor", role: "auditor", find: first },
  { name: "first screen: admin", role: "admin", find: first },
];

/** No picture is taken. */
const COMMON: Flags = { output: "json", logLevel: "error", disableFullPageScreenshot: true };

/** What is measured, on the network and the processor that Lighthouse assumes for a phone or a desktop. */
export const MEASURED: Flags = {
  ...COMMON,
  onlyCategories: ["performance"],
  skipAudits: ["bf-cache"],
  throttlingMethod: "simulate",
};

/** What can be told of a page as it stands there, in the size that it has. */
const AS_IT_STANDS: Flags = {
  ...COMMON,
  onlyCategories: ["accessibility", "best-practices"],
  formFactor: "desktop",
  screenEmulation: { disabled: true },
  throttlingMethod: "provided",
};

/** What costs a page points in one of the categories: the audit with its weight, and the first of what it names. */
export function pointsLost({ categories, audits }: Result): string[] {
  const refs = Object.values(categories).flatMap(({ auditRefs }) => auditRefs);
  return refs.flatMap(({ id, weight }) => {
    const { score, title, details } = audits[id];
    if (weight === 0 || score === null || score === 1) return [];
    const named = details && "items" in details ? JSON.stringify(details.items.slice(0, 3)).slice(0, 600) : "";
    return [`${id}, of weight ${weight}: ${title} ${named}`];
  });
}

/** A browser that Playwright signs people in with, and in which Lighthouse then opens pages. */
export class Judge {
  /** The same browser, led by what Lighthouse looks through. */
  private looking?: Browser;

  private constructor(
    private readonly context: BrowserContext,
    private readonly port: number,
    private readonly folder: string,
    private readonly origin: string,
  ) {}

  static async open(origin: string, options: LaunchOptions): Promise<Judge> {
    const [folder, port] = [await mkdtemp(join(tmpdir(), "hatchboard-browser-")), await freePort()];
    const args = [...(options.args ?? []), `--remote-debugging-port=${port}`];
    const context = await chromium.launchPersistentContext(folder, {
      ...options,
      args,
      baseURL: origin,
      locale: "zh-CN",
      serviceWorkers: "block",
    });
    return new Judge(context, port, folder, origin);
  }

  /** The page that Playwright leads, which `lookNow` looks at. */
  get page(): Page {
    return this.context.pages()[0];
  }

  /** What Lighthouse says of the page as it stands there. */
  async lookNow(): Promise<Result> {
    this.looking ??= await puppeteer.connect({ browserURL: `http://127.0.0.1:${this.port}`, defaultViewport: null });
    const [page] = await this.looking.pages();
    const done = await snapshot(page, { flags: AS_IT_STANDS });
    if (!done) throw new Error(`Lighthouse says nothing of ${page.url()}`);
    return done.lhr;
  }

  async close(): Promise<void> {
    await this.looking?.disconnect();
    await this.context.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Every page of a role, whose first account signs in for it, with what Lighthouse says of it. */
  async *pagesOf(role: Screen["role"], people: DemoSignIn[], flags: Flags): AsyncGenerator<[Screen, string, Result]> {
    const person = people.find((one) => one.role === role);
    const [page] = this.context.pages();
    await this.context.clearCookies();
    if (person) await signIn(page, person, person.path);
    // Lighthouse has a page of its own: this one is to do nothing meanwhile.
    await page.goto("about:blank");
    for (const screen of SCREENS.filter((one) => one.role === role)) {
      const path = await screen.find(page, person?.path ?? "/");
      yield [screen, path, await this.look(path, flags, screen.phone)];
    }
  }

  private async look(path: string, flags: Flags, phone = false): Promise<Result> {
    const url = new URL(path, this.origin).href;
    const done = await lighthouse(url, { ...flags, port: this.port }, phone ? undefined : desktopConfig);
    if (!done) throw new Error(`Lighthouse says nothing of ${path}`);
    const { lhr } = done;
    if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
    // Where somebody was led to instead, such as the sign-in page, is not what was asked about.
    if (lhr.finalDisplayedUrl !== url) throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`);
    return lhr;
  }
}

/** Who looks at the pages: nobody yet, and each role. */
export const LOOKING = [...new Set(SCREENS.map(({ role }) => role))];

/** The same test with a browser of its own, whose page is the test's page, and in which Lighthouse looks. */
export function judged<T extends { baseURL: string | undefined }, W extends { launchOptions: LaunchOptions }>(test: TestType<T, W>) {
  return test.extend<{ judge: Judge; page: Page }>({
    judge: async ({ baseURL, launchOptions }, use) => {
      const judge = await Judge.open(baseURL ?? "", launchOptions);
      await use(judge);
      await judge.close();
    },
    page: async ({ judge }, use) => use(judge.page),
  });
}
