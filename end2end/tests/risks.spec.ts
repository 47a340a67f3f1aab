// Who is at risk, and where points were lost: each reason in numbers, and a way to do something about it.
import { author, expect, test, who } from "../support/demo";
import { signIn } from "../support/people";

test("the operator sees who is at risk and why, and goes where something is done about it @plain", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await signIn(page, manager, manager.path);
  const card = page.locator("section.card").filter({ has: page.getByRole("heading", { name: "风险提示", exact: true }) });
  const all = card.getByRole("link", { name: /^全部 \d+ 家$/ });
  const count = Number(/\d+/.exec((await all.textContent()) ?? "")?.[0]);
  expect(count).toBeGreaterThan(0);
  await expect(card.locator("li.todo")).toHaveCount(Math.min(count, 5));
  for (const line of await card.locator("li.todo").all()) {
    expect(await line.locator(".marks a").count()).toBe(await line.locator(".marks .badge").count());
  }
  const heaviest = (await card.locator(".todo-title").first().textContent()) ?? "";
  await all.click();
  await expect(page.getByRole("heading", { level: 1, name: "风险提示" })).toBeVisible();
  const rows = page.locator("main tbody tr");
  await expect(rows).toHaveCount(count);
  await expect(rows.first()).toContainText(heaviest);

  // Of each kind as many as its filter says.
  const options = await page.getByLabel("类型").locator("option").allTextContents();
  const [, kind, number] = options.map((text) => /^(.+)（([1-9]\d*) 家）$/.exec(text.trim())).find((found) => found) ?? [];
  await page.getByLabel("类型").selectOption({ label: `${kind}（${number} 家）` });
  await page.getByRole("button", { name: "筛选" }).click();
  await expect(page).toHaveURL(/risks\?.*kind=/);
  await expect(rows).toHaveCount(Number(number));
  for (const row of await rows.all()) await expect(row.locator(".badge", { hasText: kind })).toHaveCount(1);
  const file = await page.getByRole("link", { name: "导出 Excel" }).getAttribute("href");
  expect((await page.request.get(file ?? "")).ok()).toBe(true);

  await rows.first().locator("li a").first().click();
  await expect(page).not.toHaveURL(/\/risks/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("an organisation reads where its last published quarter lost points, and what would regain them @plain", async ({ page, demo }) => {
  const lin = author(demo);
  await signIn(page, lin, `${lin.path}/assessments`);
  const card = page.locator("#lost");
  await expect(card.getByRole("heading", { name: /失分在哪里/ })).toBeVisible();
  const lost = (await card.locator('td[data-label="失分"]').allTextContents()).map((text) => Number(text.split("/")[0]));
  expect(lost.length).toBeGreaterThan(0);
  expect(lost).toEqual([...lost].sort((one, other) => other - one));
  const sum = lost.reduce((all, points) => all + Math.round(points * 100), 0) / 100;
  await expect(card).toContainText(`共失 ${sum.toFixed(2)} 分`);
  for (const regain of await card.locator('td[data-label="下季怎样补回"]').allTextContents()) expect(regain.trim()).not.toBe("");
  await card.locator("tbody a").first().click();
  await expect(page).toHaveURL(/assessments\/\d{4}-Q\d#line-/);
});
