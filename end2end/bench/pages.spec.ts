// Lighthouse's performance and the layout shift of pages, for `scripts/bench` to print. Nothing is expected of them here:
// what a shared machine measures is a number, and no proof.
import { writeFile } from "node:fs/promises";
import { test } from "@playwright/test";
import type { DemoSignIn } from "../support/demo";
import { Judge, LOOKING, MEASURED } from "../support/lighthouse";

/** Where the program answers, who signs in to it, how often a page is opened, and where the numbers go. */
interface Order {
  url: string;
  people: DemoSignIn[];
  runs: number;
  into: string;
}

/** What one opening of a page came to: points out of a hundred, milliseconds, and how far things moved. */
interface Measured {
  points: number;
  shift: number;
  largest: number;
  blocked: number;
}

test("pages as a browser shows them", async ({ launchOptions }) => {
  const order: Order = JSON.parse(process.env.BENCH_ORDER ?? "null");
  const judge = await Judge.open(order.url, launchOptions);
  const pages = new Map<string, { name: string; phone: boolean; runs: Measured[] }>();
  for (let run = 0; run < order.runs; run++) {
    for (const role of LOOKING) {
      for await (const [{ name, phone = false }, , { audits, categories }] of judge.pagesOf(role, order.people, MEASURED)) {
        const number = (audit: string) => audits[audit].numericValue ?? Number.NaN;
        const one = pages.get(name) ?? { name, phone, runs: [] };
        pages.set(name, one);
        one.runs.push({
          points: Math.round((categories.performance.score ?? Number.NaN) * 100),
          shift: number("cumulative-layout-shift"),
          largest: number("largest-contentful-paint"),
          blocked: number("total-blocking-time"),
        });
      }
    }
  }
  await judge.close();
  await writeFile(order.into, JSON.stringify([...pages.values()]));
});
