// The two pictures of the README: the operator's matrix on a desktop, an organisation's week on a phone.
import { resolve } from "node:path";
import { look, who } from "../support/demo";
import { signIn } from "../support/people";

const test = look;
// Otherwise one page would still be fading into the next.
test.use({ contextOptions: { reducedMotion: "reduce" } });
const folder = resolve(import.meta.dirname, "../../docs/pictures");

test("the matrix", async ({ page, demo }) => {
  const manager = who(demo, "manager");
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, manager, `${manager.path}/reports`);
  await page.screenshot({ path: resolve(folder, "matrix.png") });
});

test("a week on a phone", async ({ page, demo }) => {
  const staff = who(demo, "organisation");
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, staff, staff.path);
  await page.getByRole("link", { name: /^(去|继续)填写$/ }).first().click();
  await page.screenshot({ path: resolve(folder, "phone.png") });
});
