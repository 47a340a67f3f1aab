// Every kind of page of every role, wide and narrow, light and dark, into end2end/shots (or HATCHBOARD_SHOTS).
import { resolve } from "node:path";
import { type DemoSignIn, look, who } from "../support/demo";
import { signIn } from "../support/people";
import { walk } from "../support/walk";

const test = look;
const folder = process.env.HATCHBOARD_SHOTS ?? resolve(import.meta.dirname, "../shots");
const ROLES: DemoSignIn["role"][] = ["organisation", "manager", "bureau", "auditor", "admin"];

test.use({ deviceScaleFactor: 1 });
for (const role of ROLES) {
  test(`every page of ${role}`, async ({ page, demo }) => {
    const person = who(demo, role);
    await signIn(page, person, person.path);
    await walk(page, person.path, async (path) => {
      const name = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id").replace(/[^\w-]+/g, "_").slice(0, 60);
      for (const colorScheme of ["light", "dark"] as const) {
        for (const width of [1440, 390]) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
          await page.screenshot({ path: resolve(folder, `${role}${name}.${width}.${colorScheme}.png`), fullPage: true });
        }
      }
    });
  });
}
