// What the first screen of each role and the heaviest pages cost over the wire, as a browser receives them.
import type { CDPSession, Page } from "@playwright/test";
import { mostRequests, ofPage } from "../support/budget";
import { type DemoSignIn, expect, look, who } from "../support/demo";
import { SCREENS } from "../support/lighthouse";
import { signIn } from "../support/people";

const test = look;
test.describe.configure({ mode: "parallel" });
const ROLES: DemoSignIn["role"][] = ["organisation", "manager", "bureau", "auditor", "admin"];
const BUDGET = 300 * 1024;

interface Transfer {
  path: string;
  kind: string;
  headers: Record<string, string>;
  bytes: number;
}

/** Everything that comes over the wire while a page is opened. */
async function transfers(page: Page, wire: CDPSession, path: string): Promise<Transfer[]> {
  const under = new Map<string, Transfer>();
  const done: Transfer[] = [];
  wire.on("Network.responseReceived", ({ requestId, response }) => {
    const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]));
    under.set(requestId, { path: new URL(response.url).pathname, kind: response.mimeType, headers, bytes: 0 });
  });
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const transfer = under.get(requestId);
    if (transfer) done.push({ ...transfer, bytes: encodedDataLength });
  });
  await wire.send("Network.enable");
  await wire.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto(path, { waitUntil: "networkidle" });
  return done;
}

for (const role of ROLES) {
  test(`the first screen of ${role} needs at most 300 KB of programs`, async ({ page, demo }) => {
    const person = who(demo, role);
    await signIn(page, person, "/me");
    const wire = await page.context().newCDPSession(page);
    const all = await transfers(page, wire, person.path);
    const programs = all.filter(({ kind }) => /javascript|wasm/.test(kind));
    expect(programs.map(({ kind }) => kind)).toContain("application/wasm");
    for (const { path, headers } of programs) {
      expect(headers["content-encoding"], path).toBe("br");
    }
    const bytes = programs.reduce((sum, transfer) => sum + transfer.bytes, 0);
    test.info().annotations.push({ type: "bytes", description: `${bytes}` });
    expect(bytes, "headers included").toBeLessThanOrEqual(BUDGET);
    const asked = ofPage(all.map(({ path }) => path));
    expect(asked.length, asked.join(", ")).toBeLessThanOrEqual(await mostRequests(page));

    // What a name with a hash leads to never changes; pages are never kept.
    for (const { path, headers } of all.filter(({ path }) => path.startsWith("/pkg/"))) {
      expect(path).toMatch(/\.[\w-]{16,}\.(js|wasm|css)$/);
      expect(headers["cache-control"], path).toMatch(/max-age=31536000.*immutable|immutable.*max-age=31536000/);
    }
    const document = all.find(({ path }) => path === person.path);
    expect(document?.headers["cache-control"]).toBe("no-store");
  });
}

for (const { name, role, find } of SCREENS.filter(({ name }) => !name.startsWith("first screen"))) {
  test(`${name} asks for nothing that it does not need`, async ({ page, demo }) => {
    const path = role ? who(demo, role).path : "/";
    if (role) await signIn(page, who(demo, role), path);
    const address = await find(page, path);
    const wire = await page.context().newCDPSession(page);
    const asked = ofPage((await transfers(page, wire, address)).map((transfer) => transfer.path));
    test.info().annotations.push({ type: "requests", description: `${asked.length}` });
    expect(asked.length, asked.join(", ")).toBeLessThanOrEqual(await mostRequests(page));
  });
}

test("nothing is loaded from elsewhere", async ({ page, demo, seen }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(seen.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  await signIn(page, who(demo, "manager"), who(demo, "manager").path);
  await page.waitForLoadState("networkidle");
  expect(foreign).toEqual([]);
});
