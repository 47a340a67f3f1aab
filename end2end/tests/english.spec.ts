// Every page in English: nothing is Chinese but what users wrote.
import { type DemoSignIn, author, test as changing, expect, look, who } from "../support/demo";
import { invitationLink, resetLink, signIn } from "../support/people";
import { answerQuestionnaire, questionnaireLink } from "../support/questionnaire";
import { answerSurvey, surveyLinks } from "../support/survey";
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
changing("a questionnaire is wholly English, before and after it is answered", async ({ page, demo, program }) => {
  const { link } = await questionnaireLink(page, who(demo, "manager"));
  await page.context().addCookies([{ name: "language", value: "en", url: program.url }]);
  await page.goto(link);
  await expect(page.getByLabel("Who answers")).toBeVisible();
  const known = await words(program);
  expect(await untranslated(page, known)).toEqual([]);
  await answerQuestionnaire(page);
  await expect(page.getByText("The answers have been sent: thank you.")).toBeVisible();
  expect(await untranslated(page, known)).toEqual([]);
});

// So does the bureau's survey.
changing("a survey is wholly English, before and after it is answered", async ({ page, demo, program }) => {
  const links = await surveyLinks(page, who(demo, "bureau"));
  await page.context().addCookies([{ name: "language", value: "en", url: program.url }]);
  const known = await words(program);
  for (const link of links) {
    await page.goto(link);
    await expect(page.getByRole("group", { name: "Overall" })).toBeVisible();
    expect(await untranslated(page, known), link).toEqual([]);
    await answerSurvey(page);
    await expect(page.getByText("Thank you. Your answer has been received.")).toBeVisible();
    expect(await untranslated(page, known), link).toEqual([]);
  }
});

// A link is made for each, too.
changing("an invitation is wholly English, to whoever has no account and to whoever has one", async ({ page, demo, program }) => {
  const link = await invitationLink(page, who(demo, "manager"), author(demo).organisations[0], "谭晓");
  const english = { name: "language", value: "en", url: program.url };
  await page.context().addCookies([english]);
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Create the account and join" })).toBeVisible();
  const known = await words(program);
  expect(await untranslated(page, known)).toEqual([]);
  await page.context().clearCookies();
  await signIn(page, who(demo, "bureau"), link);
  await page.context().addCookies([english]);
  await page.reload();
  await expect(page.getByRole("button", { name: /^Accept as / })).toBeVisible();
  expect(await untranslated(page, known)).toEqual([]);
});

changing("the page on which a forgotten password is set anew is wholly English", async ({ page, demo, program }) => {
  const link = await resetLink(page, who(demo, "admin"), author(demo));
  await page.context().addCookies([{ name: "language", value: "en", url: program.url }]);
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Set the password and sign in" })).toBeVisible();
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
