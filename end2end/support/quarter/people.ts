// A small base that starts from nothing: its people, each in a browser of their own, and its organisations.
import type { Browser, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { type SignIn, accept, madeLink, trySignIn } from "../people";
import type { Program } from "../program";
import { type Sent, send } from "./form";

export const SLUG = "zhuzhou";
export const BASE = "株洲市社会组织孵化基地";
const HOME = `/b/${SLUG}`;

const SIGN_IN = "/sign-in";

/** Somebody who sits at a browser of their own. */
export class Person {
  private hasSignedIn = false;

  private constructor(
    readonly called: string,
    readonly account: SignIn,
    readonly page: Page,
  ) {}

  static async sit(browser: Browser, program: Program, called: string, account: SignIn): Promise<Person> {
    const page = await browser.newPage({
      baseURL: program.url,
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      viewport: { width: 1440, height: 900 },
    });
    return new Person(called, account, page);
  }

  /** Opens a page; whoever was signed out by time signs in again: the first time by the page, then by its form. */
  async open(path: string): Promise<Page> {
    await this.page.goto(path);
    if (this.here() !== SIGN_IN) return this.page;
    if (this.hasSignedIn) {
      await this.signIn();
      await this.page.goto(path);
    } else {
      await trySignIn(this.page, this.account);
      this.hasSignedIn = true;
    }
    await expect(this.page).not.toHaveURL(/sign-in/);
    return this.page;
  }

  /** Sends a form without showing it. */
  async send(path: string, form: string, fields: Record<string, string>, pressed: [name: string, value: string]): Promise<Sent> {
    const answer = await this.page.request.get(path);
    if (new URL(answer.url()).pathname === SIGN_IN) await this.signIn();
    return send(this.page, path, form, { fields, pressed });
  }

  private async signIn(): Promise<void> {
    const { account: name, password } = this.account;
    const { path } = await send(this.page, SIGN_IN, "form:has([name=password])", { fields: { name, password } });
    expect(path).not.toBe(SIGN_IN);
  }

  /** A page of the base. */
  async at(below: string): Promise<Page> {
    return this.open(`${HOME}${below}`);
  }

  /** The path of the page that is open. */
  here(): string {
    return new URL(this.page.url()).pathname;
  }
}

export interface Organisation {
  id: string;
  name: string;
  staff: Person;
  /** Where its people work. */
  path: string;
}

export interface People {
  admin: Person;
  manager: Person;
  /** One checks, one scores the base and publishes, one decides on objections. */
  officers: [Person, Person, Person];
  auditor: Person;
}

/** The first administrator founds the base and invites its people. */
export async function found(browser: Browser, program: Program): Promise<People> {
  const sit = (called: string, account: string, password: string) => Person.sit(browser, program, called, { account, password });
  const admin = await sit("郑怀瑾", "zheng", "湘江北去橘子洲头看万山");
  const page = await admin.open(program.firstLink);
  await accept(page, admin.called, admin.account);
  await admin.open("/admin/bases");
  await page.getByLabel("基地名称").fill(BASE);
  await page.getByLabel("链接短名").fill(SLUG);
  await page.getByLabel("回执编号前缀").fill("ZZ");
  await page.getByLabel("运营方", { exact: true }).fill("株洲市公益服务中心");
  await page.getByLabel("民政局", { exact: true }).fill("株洲市民政局");
  await page.getByRole("button", { name: "建立基地" }).click();
  await expect(page.getByRole("table", { name: "基地" })).toContainText(BASE);
  const invited = async (role: string, called: string, account: string, password: string) => {
    const person = await sit(called, account, password);
    await admin.open("/admin/accounts/invite");
    await page.getByLabel("给谁").fill(called);
    await page.getByLabel("身份", { exact: true }).selectOption({ label: role });
    await page.getByLabel("基地").selectOption({ label: BASE });
    await page.getByRole("button", { name: "生成链接" }).click();
    await person.open(await madeLink(page));
    await accept(person.page, called, person.account);
    await expect(person.page).toHaveURL(new RegExp(`${HOME}$`));
    return person;
  };
  return {
    admin,
    manager: await invited("运营方", "周敏", "zhoumin", "每周五下班前都要看一遍"),
    officers: [
      await invited("民政局", "陈国庆", "chenguoqing", "季度考核要有据可查才行"),
      await invited("民政局", "何俊", "hejun", "核定之前先把记录翻一遍"),
      await invited("民政局", "许晓兰", "xuxiaolan", "异议要另一个人来答复才公道"),
    ],
    auditor: await invited("审计", "罗明", "luoming", "每个数都要能翻到记录上"),
  };
}

interface Profile {
  name: string;
  standing: "登记" | "备案";
  kind: string;
  code?: string;
  admittedOn: string;
  hatchedOn?: string;
  staff: { called: string; account: string; password: string };
}

/** The operator enters an organisation with its admission, and invites somebody of it. */
export async function register(browser: Browser, program: Program, manager: Person, profile: Profile): Promise<Organisation> {
  const page = await manager.at("/organisations/new");
  await page.getByLabel("名称", { exact: true }).fill(profile.name);
  await page.getByLabel("登记/备案").selectOption({ label: profile.standing });
  await page.getByLabel("类型", { exact: true }).selectOption({ label: profile.kind });
  if (profile.code) await page.getByLabel("统一社会信用代码").fill(profile.code);
  await page.getByLabel("入壳日期").fill(profile.admittedOn);
  await page.getByLabel("孵化方式").selectOption({ label: "壳内" });
  if (profile.hatchedOn) {
    await page.getByLabel("现在的阶段").selectOption({ label: "已出壳" });
    await page.getByLabel("从哪天起").fill(profile.hatchedOn);
  }
  await page.getByRole("button", { name: "登记机构" }).click();
  await expect(page.getByRole("heading", { level: 1, name: profile.name })).toBeVisible();
  const id = manager.here().split("/").pop() ?? "";
  await page.getByRole("link", { name: "邀请人员登录" }).click();
  await page.getByLabel("给谁").fill(profile.staff.called);
  await page.getByRole("button", { name: "生成链接" }).click();
  const { called, ...account } = profile.staff;
  const staff = await Person.sit(browser, program, called, account);
  await staff.open(await madeLink(page));
  await accept(staff.page, called, account);
  await expect(staff.page.getByRole("heading", { level: 1, name: profile.name })).toBeVisible();
  return { id, name: profile.name, staff, path: `/o/${id}` };
}
