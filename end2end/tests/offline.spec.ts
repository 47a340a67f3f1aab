// Without a network: a page that says so, and nothing of anybody in what the browser keeps.
import { author, expect, test } from "../support/demo";
import { signIn } from "../support/people";

test.use({ serviceWorkers: "allow" });

test("without a network a page says so, and the way back is one tap", async ({ page, demo, program }) => {
  const staff = author(demo);
  await signIn(page, staff, staff.path);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

  await program.halt("SIGKILL");
  await page.goto(`${staff.path}/reports`);
  await expect(page.getByRole("heading", { name: /现在没有网络/ })).toBeVisible();
  await expect(page.getByText("There is no network.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(staff.organisations[0]);
  const kept = await page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(caches_.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toEqual(["/offline"]);

  await program.serve();
  await page.getByRole("link", { name: "再试一次" }).click();
  // When it starts, its clock is not yet the demo's: the session has ended, and signing in leads back to the page.
  await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(encodeURIComponent(`${staff.path}/reports`)));
});

test("the program can be put on the first screen of a phone", async ({ page, program }) => {
  await page.goto("/sign-in");
  const manifest = await page.locator("link[rel=manifest]").getAttribute("href");
  const { name, start_url, display, icons } = await (await page.request.get(`${program.url}${manifest}`)).json();
  expect([name, start_url, display]).toEqual(["Hatchboard 孵化台", "/", "standalone"]);
  for (const { src, sizes } of icons) {
    await page.goto(src);
    const [width] = sizes === "any" ? [0] : sizes.split("x").map(Number);
    if (width > 0) expect(await page.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(width);
    else expect((await page.request.get(`${program.url}${src}`)).ok()).toBe(true);
  }
});
