import { readFile } from "node:fs/promises";
import { Assay } from "@assay/sdk";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, openBrowser, openPage, type WatchedPage } from "../support/browser.ts";
import { type LaunchedHouse, launchHouse } from "../support/launched-house.ts";
import { becomeFirstPerson, expectAccessible, takePicture } from "../support/screens.ts";

let house: LaunchedHouse;
let browser: Browser;
let watched: WatchedPage;
let page: Page;
let runId: string;

describe.skipIf(!hasBrowser)("the system page and the export of points", () => {
  beforeAll(async () => {
    house = await launchHouse();
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
    await becomeFirstPerson(page, house.signInLink);
    const run = await new Assay({ url: house.url, token: house.token }).createRun({ source: {} });
    runId = run.id;
    for (let step = 0; step < 5_000; step += 1) run.log({ loss: Math.exp(-step / 1_000), acc: step / 5_000 }, { step });
    await run.finish();
    const body = JSON.stringify({ keys: ["x"], steps: [0], timesMs: [0], values: [["no number"]] });
    const headers = { authorization: `Bearer ${house.token}`, "content-type": "application/json" };
    await fetch(`${house.url}/api/ingest/team/main/runs/${run.id}/metrics`, { method: "POST", headers, body });
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it("shows an admin how the metric engine is doing, and follows it", async () => {
    await page.goto(`${house.url}/team/settings`);
    await page.getByRole("link", { name: "System" }).click();
    await page.getByText("keeping up").waitFor();
    // Compacted by the worker while somebody looks on.
    await page.getByText("nothing waits").waitFor({ timeout: 30_000 });
    await page.getByText("10,000", { exact: true }).waitFor({ timeout: 30_000 });
    expect(await page.getByText("INVALID_INPUT").isVisible()).toBe(true);
    expect(await page.getByRole("row", { name: /metrics\.compact/ }).isVisible()).toBe(true);
    await expectAccessible(page, "system page");
    await takePicture(page, "system-light");
    expect(watched.problems).toEqual([]);
  });

  it("is as clear in the dark and on a phone", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.getByText("keeping up").waitFor();
    await expectAccessible(page, "dark system page");
    await takePicture(page, "system-dark");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText("keeping up").waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await takePicture(page, "system-phone");
  });

  it("hands out a run's points as a file", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${house.url}/team/main/runs/${runId}`);
    await page.getByRole("button", { name: "Export" }).click();
    await takePicture(page, "export-menu");
    const downloading = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Metrics as CSV" }).click();
    const text = await readFile(await (await downloading).path(), "utf8");
    expect(text.trimEnd().split("\n").length).toBe(10_001);
  });
});
