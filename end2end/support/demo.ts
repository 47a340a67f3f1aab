// The demo base, of a fixed seed and day, and those who sign in to it.
import { type Browser, test as base } from "@playwright/test";
import { type SignIn, accept, invitationLink, madeLink, signIn } from "./people";
import { Program } from "./program";

/** The demo's day: a Thursday, the day before the organisations' deadline. */
export const DAY = "2026-04-09";
export const NOW = `${DAY}T10:42:00+08:00`;

export interface DemoSignIn extends SignIn {
  role: "organisation" | "manager" | "bureau" | "auditor" | "admin";
  person: string;
  /** Where the first screen is. */
  path: string;
  organisations: string[];
}

export interface Demo {
  slug: string;
  people: DemoSignIn[];
  /** A program that has ended and left the demo in its folder. */
  kept: Program;
}

/** The first of a role. */
export function who(demo: Demo, role: DemoSignIn["role"]): DemoSignIn {
  const person = demo.people.find((one) => one.role === role);
  if (!person) throw new Error(`nobody in the demo is ${role}`);
  return person;
}

async function load(): Promise<Demo> {
  const kept = await Program.start();
  const loaded = await kept.ask<{ slug: string; sign_ins: DemoSignIn[] }>("demo", "--seed", "1", "--on", DAY, "--weeks", "30");
  await kept.halt();
  return { slug: loaded.slug, people: loaded.sign_ins, kept };
}

async function of(demo: Demo): Promise<Program> {
  const program = await Program.start(demo.kept.folder);
  await program.setClock(NOW);
  return program;
}

/** Whoever belongs to one organisation only. */
export function author(demo: Demo): DemoSignIn {
  const found = demo.people.find(({ role, organisations }) => role === "organisation" && organisations.length === 1);
  if (!found) throw new Error("nobody in the demo belongs to one organisation only");
  return found;
}

/** A second person for the author's organisation, invited by the operator as any other. */
export async function colleague(browser: Browser, program: Program, demo: Demo): Promise<SignIn> {
  return staffOf(browser, program, demo, author(demo).organisations[0]);
}

/** One more person of an organisation. */
export async function staffOf(browser: Browser, program: Program, demo: Demo, organisation: string): Promise<SignIn> {
  const page = await browser.newPage({ baseURL: program.url, locale: "zh-CN" });
  const link = await invitationLink(page, who(demo, "manager"), organisation, "谭晓");
  const person = { account: "tanxiao", password: "活动记录当天就要写好" };
  await page.goto(link);
  await accept(page, "谭晓", person);
  await page.close();
  return person;
}

/** One more officer of the bureau, invited by the administrator. */
export async function officerCalled(browser: Browser, program: Program, demo: Demo, called: string, account: string): Promise<SignIn> {
  const page = await browser.newPage({ baseURL: program.url, locale: "zh-CN" });
  await signIn(page, who(demo, "admin"), "/admin/accounts/invite");
  await page.getByLabel("给谁").fill(called);
  await page.getByLabel("身份", { exact: true }).selectOption({ label: "民政局" });
  await page.getByLabel("基地").selectOption({ index: 1 });
  await page.getByRole("button", { name: "生成链接" }).click();
  const link = await madeLink(page);
  await page.context().clearCookies();
  const person = { account, password: "核定意见要写清楚依据和理由" };
  await page.goto(link);
  await accept(page, called, person);
  await page.close();
  return person;
}

const loaded = base.extend<{}, { demo: Demo }>({
  demo: [
    async ({}, use) => {
      const demo = await load();
      await use(demo);
      await demo.kept.stop();
    },
    { scope: "worker" },
  ],
});

/** Each test has a demo base of its own, to change as it likes. */
export const test = loaded.extend<{ program: Program }>({
  program: async ({ demo }, use) => {
    const program = await of(demo);
    await use(program);
    await program.stop();
  },
  baseURL: async ({ program }, use) => use(program.url),
});

/** All tests of a worker look at the same demo base and change nothing. */
export const look = loaded.extend<{}, { seen: Program }>({
  seen: [
    async ({ demo }, use) => {
      const program = await of(demo);
      await use(program);
      await program.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ seen }, use) => use(seen.url),
});

export { expect } from "@playwright/test";
