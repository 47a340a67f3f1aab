// Every page in English: nothing is Chinese but what users wrote.
import { type DemoSignIn, test as changing, expect, look, who } from "../support/demo";
import { signIn } from "../support/people";
import { questionnaireLink } from "../support/questionnaire";
import { signInLink } from "../support/training";
import { walk } from "../support/walk";
import { untranslated, words } from "../support/words";

const test = look;
test.describe.configure({ mode: "parallel" });
const ROLES: DemoSignIn["role"][] = ["organisation", "manager", "bureau", "auditor", "admin"];

for (const role of ROLES) {
  test(`every page of ${role} is wholly English`, async ({ page, demo, seen }) => {
    const person = who(demo, role);
    await page.context().addCookies([{ name: "language", value: "en", url: seen.url }]);
    await page.goto("/sign-in");
    await page.getByLabel("Account name", { exact: true }).fill(person.account);
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    const known = await words(seen);
    const forgotten: string[] = [];
    await walk(page, person.path, async (path) => {
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      forgotten.push(...(await untranslated(page, known)).map((piece) => `${path}: ${piece}`));
    });
    expect(forgotten).toEqual([]);
  });
}

test("a bureau's bases side by side are wholly English", async ({ page, demo, seen }) => {
  const officer = who(demo, "bureau");
  await signIn(page, officer, "/bases");
  await page.context().addCookies([{ name: "language", value: "en", url: seen.url }]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(await untranslated(page, await words(seen))).toEqual([]);
});

test("the page behind a training's code is wholly English", async ({ page, demo, seen }) => {
  const link = await signInLink(page, who(demo, "manager"));
  await page.context().addCookies([{ name: "language", value: "en", url: seen.url }]);
  await page.goto(link);
  await expect(page.getByLabel("Your name")).toBeVisible();
  expect(await untranslated(page, await words(seen))).toEqual([]);
});

// It asks by a link, which the demo that others look at has not done.
changing("a questionnaire is wholly English", async ({ page, demo, program }) => {
  const { link } = await questionnaireLink(page, who(demo, "manager"));
  await page.context().addCookies([{ name: "language", value: "en", url: program.url }]);
  await page.goto(link);
  await expect(page.getByLabel("Who answers")).toBeVisible();
  expect(await untranslated(page, await words(program))).toEqual([]);
});

test("pages without a frame are wholly English too", async ({ page, seen }) => {
  await page.context().addCookies([{ name: "language", value: "en", url: seen.url }]);
  const known = await words(seen);
  for (const path of ["/sign-in", "/no/such/page", "/invitation/none", "/reset/none"]) {
    await page.goto(path);
    expect(await untranslated(page, known), path).toEqual([]);
  }
});
