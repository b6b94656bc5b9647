import { readFile } from "node:fs/promises";
import { Assay, type RunHandle } from "@assay/sdk";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, openBrowser, openPage, type WatchedPage } from "../support/browser.ts";
import { type LaunchedHouse, launchHouse } from "../support/launched-house.ts";
import { becomeFirstPerson, expectAccessible } from "../support/screens.ts";
import { waitFor } from "../support/wait-for.ts";

let house: LaunchedHouse;
let browser: Browser;
let watched: WatchedPage;
let page: Page;
let run: RunHandle;
let list: Locator;

const lineCount = async (): Promise<number> => Number(await list.getAttribute("data-line-count"));
const runUrl = (query: string): string => `${house.url}/team/main/runs/${run.id}?${query}`;

async function print(text: string): Promise<void> {
  run.logLine(text);
  await run.flush();
}

describe.skipIf(!hasBrowser)("the console output of a run in the browser", () => {
  beforeAll(async () => {
    house = await launchHouse();
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
    await becomeFirstPerson(page, house.signInLink);
    run = await new Assay({ url: house.url, token: house.token }).createRun({ source: {} });
    list = page.getByRole("log");
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it("teaches how lines get here while there are none", async () => {
    await page.goto(runUrl("tab=logs"));
    await page.getByText("No console output yet").waitFor();
    expect(await page.getByRole("region", { name: "shell lines" }).textContent()).toContain(
      `${house.url}/api/ingest/team/main/runs/`,
    );
    await expectAccessible(page, "no lines");
  });

  it("shows lines as they come and stays at the end of 20,000 of them", async () => {
    await print("\u001b[32mstarting\u001b[0m");
    await page.getByText("starting").waitFor();
    run.logLine(
      Array.from({ length: 20_000 }, (_, at) => `step ${at}${at % 1_000 === 7 ? " Warning" : ""}`).join("\n"),
    );
    await print("0%\r50%\r100% done");
    await page.getByText("100% done", { exact: true }).waitFor();
    expect(await lineCount()).toBe(20_002);
    await expectAccessible(page, "lines");
  });

  it("leaves the reader where they scrolled to, and goes on at the end when asked", async () => {
    await list.hover();
    await page.mouse.wheel(0, -2_000);
    const jump = page.getByRole("button", { name: "Jump to end" });
    await jump.waitFor();
    const top = await list.evaluate((element) => element.scrollTop);
    await print("while away");
    await waitFor(async () => (await lineCount()) === 20_003);
    expect(await list.evaluate((element) => element.scrollTop)).toBe(top);
    await jump.click();
    await page.getByText("while away").waitFor();
    await print("and on");
    await page.getByText("and on").waitFor();
  });

  it("finds a text in lines that are not in view and steps through them", async () => {
    const find = page.getByLabel("Find in log");
    await find.fill("warning");
    await page.getByText("20 found").waitFor();
    await find.press("Enter");
    await page.getByText("1 of 20").waitFor();
    await list.locator("mark").first().waitFor();
    await page.getByRole("button", { name: "Previous match" }).click();
    await page.getByText("20 of 20").waitFor();
    expect(new URL(page.url()).searchParams.get("line")).toBe("19009");
    await expectAccessible(page, "found lines");
  });

  it("opens at a line that somebody linked to", async () => {
    await page.goto(runUrl("tab=logs&line=12345"));
    await page.getByRole("link", { name: "Line 12345", exact: true }).waitFor();
    await page.getByText("step 12343", { exact: true }).waitFor();
  });

  it("shows one stream, and says so when nothing came on it", async () => {
    await page.getByText("stderr", { exact: true }).click();
    await page.getByText("Nothing on stderr").waitFor();
    run.logLine("oh no", { stream: "stderr" });
    await run.flush();
    await page.getByText("oh no").waitFor();
    expect(await lineCount()).toBe(1);
  });

  it("downloads the whole of it as it was printed", async () => {
    await page.getByText("Both", { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download" }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    expect(text.split("\n")).toHaveLength(20_006);
    expect(text).toContain("\u001b[32mstarting\u001b[0m\nstep 0\n");
  });

  it("shows what an MLflow client says of the machine on a tab of its own, and only there", async () => {
    const metrics = ["system/cpu_utilization_percentage", "loss"].map((key) => ({
      key,
      value: 12,
      timestamp: Date.now(),
      step: 0,
    }));
    const response = await fetch(`${house.url}/api/2.0/mlflow/runs/log-batch`, {
      method: "POST",
      headers: { authorization: `Bearer ${house.token}`, "content-type": "application/json" },
      body: JSON.stringify({ run_id: run.id, metrics }),
    });
    expect(response.status).toBe(200);
    const keys = () =>
      page.getByTestId("chart-panel").evaluateAll((panels) => panels.map((panel) => panel.getAttribute("data-key")));
    await page.getByRole("tab", { name: "System" }).click();
    await waitFor(async () => (await keys()).join() === "system/cpu_utilization_percentage");
    await expectAccessible(page, "system metrics");
    await page.getByRole("tab", { name: "Charts" }).click();
    await waitFor(async () => (await keys()).join() === "loss");
  });

  it("left no error in the page", () => {
    expect(watched.problems).toEqual([]);
  });
});
