import path from "node:path";
import { Assay } from "@assay/sdk";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, openBrowser, openPage, type WatchedPage } from "../support/browser.ts";
import { type LaunchedHouse, launchHouse } from "../support/launched-house.ts";
import { hasPython, type PythonScript, runPython } from "../support/python.ts";
import { root } from "../support/repository.ts";
import { expectAccessible, takePicture } from "../support/screens.ts";
import { waitFor } from "../support/wait-for.ts";

const PROJECT = "/team/main";

if (!hasBrowser) console.warn("NO BROWSER: install Debian's chromium or set CHROMIUM_PATH to run the end-to-end tests");
if (!hasPython) console.warn("NO PYTHON WITH MLFLOW: set ASSAY_TEST_PYTHON to run the end-to-end tests");

let house: LaunchedHouse;
let browser: Browser;
let watched: WatchedPage;
let page: Page;
let live: PythonScript;
let search: PythonScript;

const rowNames = (): Promise<string[]> =>
  page
    .getByRole("grid")
    .getByRole("checkbox", { name: /^Select (?!all)/ })
    .evaluateAll((boxes) => boxes.map((box) => (box.getAttribute("aria-label") ?? "").replace("Select ", "")));

/** The forests of the search in order of what the column shows, as the SDK is answered. */
async function forestsByAccuracy(direction: "asc" | "desc"): Promise<string[]> {
  const assay = new Assay({ url: house.url, token: house.token });
  const sort = [{ column: "metrics.test/accuracy.max", direction }];
  const { items } = await assay.runs.search({ filter: "params.family = 'forest'", sort });
  return items.map((run) => run.name);
}

describe.skipIf(!hasBrowser || !hasPython)("a team's first hour in the browser", () => {
  beforeAll(async () => {
    house = await launchHouse();
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
  });

  afterAll(async () => {
    live?.process.kill();
    search?.process.kill();
    await browser?.close();
    await house?.stop();
  });

  it("makes the first account through the one-time link", async () => {
    await page.goto(house.signInLink);
    await page.getByLabel("Name", { exact: false }).first().fill("Ada Lovelace");
    await page.getByLabel("E-mail").fill("ada@example.org");
    await page.getByLabel("Password").first().fill("a long enough secret");
    await page.getByLabel("Workspace name").fill("Vision");
    await expectAccessible(page, "set-up");
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL((url) => url.pathname.startsWith("/team"));
    await page.getByText("Vision").first().waitFor();
  });

  it("teaches with a snippet of this instance while there is no run", async () => {
    await page.goto(`${house.url}${PROJECT}/experiments/0`);
    await page.getByText("Log the first run").waitFor();
    const lines = await page.getByLabel("environment lines").first().textContent();
    expect(lines).toContain(`export MLFLOW_TRACKING_URI=${house.url}`);
    await expectAccessible(page, "empty state");
  });

  it("draws a curve while an unchanged Python script logs it, without a reload", async () => {
    live = runPython([path.join(root, "tests/e2e/live_run.py")], house);
    const runId = await waitFor(() => /^run (\w+)$/m.exec(live.output())?.[1], { timeoutMs: 60_000 });
    live.process.stdin.write("1\n0.5\n");
    await page.goto(`${house.url}${PROJECT}/runs/${runId}?tab=charts`);
    const panel = page.locator('[data-testid="chart-panel"][data-key="loss"]');
    await panel.waitFor();
    await page.evaluate(() => Reflect.set(window, "isSamePage", true));
    const pointCount = async () => Number(await panel.getAttribute("data-point-count"));
    await waitFor(async () => (await pointCount()) === 2);
    live.process.stdin.write("0.3\n0.2\n0.1\n");
    await waitFor(async () => (await pointCount()) === 5);
    expect(await page.evaluate(() => Reflect.get(window, "isSamePage"))).toBe(true);
    await page.getByText("Running").first().waitFor();
    live.process.stdin.end();
    await live.done;
    await page.getByText("Finished").first().waitFor();
  });

  it("opens the run from the link that the MLflow client printed", async () => {
    const link = /View run .* at: (\S+)/.exec(live.output())?.[1] ?? "";
    expect(link).toContain("/#/experiments/");
    await page.goto("about:blank");
    await page.goto(link);
    await page.waitForURL(/\/team\/main\/runs\/\w{32}/);
    await page.getByRole("heading", { name: "live" }).waitFor();
  });

  it("shows a real search of more than twelve runs as a table", async () => {
    search = runPython([path.join(root, "examples/python/search_digits.py")], house);
    await search.done;
    await page.goto(`${house.url}${PROJECT}`);
    await page.getByRole("link", { name: "digits search" }).click();
    await waitFor(async () => (await rowNames()).length >= 13);
    await page.getByRole("columnheader", { name: /test\/accuracy/ }).waitFor();
    await takePicture(page, "run-table");
    await expectAccessible(page, "run table");
  });

  it("sorts and filters the table on the server, and says what is wrong with a filter", async () => {
    const filter = page.getByLabel("Filter runs");
    await filter.fill("params.family = 'forest'");
    await filter.press("Enter");
    await waitFor(
      async () => (await rowNames()).length === 6 && (await rowNames()).every((name) => name.startsWith("forest")),
    );
    const header = page.getByRole("columnheader", { name: /test\/accuracy/ });
    await header.getByText("test/accuracy").click();
    await waitFor(async () => (await header.getAttribute("aria-sort")) !== "none");
    const isAscending = (await header.getAttribute("aria-sort")) === "ascending";
    const expected = await forestsByAccuracy(isAscending ? "asc" : "desc");
    await waitFor(async () => (await rowNames()).join() === expected.join());
    await filter.fill("metrics.loss >");
    await filter.press("Enter");
    await page.getByText(/Invalid clause/).waitFor();
    // The one refusal that was asked for.
    const others = watched.problems.filter((problem) => !problem.includes("400"));
    watched.problems.splice(0, watched.problems.length, ...others);
    await filter.fill("");
    await filter.press("Enter");
    await waitFor(async () => (await rowNames()).length >= 13);
  });

  it("draws the curves of all runs in one lens", async () => {
    await page.keyboard.press("Escape");
    await page.getByText("Charts", { exact: true }).first().click();
    const panels = page.getByTestId("chart-panel");
    await waitFor(async () => (await panels.count()) >= 4);
    await waitFor(async () => Number(await panels.first().getAttribute("data-point-count")) > 100);
    await takePicture(page, "charts");
    await expectAccessible(page, "charts");
  });

  it("compares two runs side by side", async () => {
    await page.getByText("Table", { exact: true }).first().click();
    const [first, second] = await rowNames();
    await page.getByRole("checkbox", { name: `Select ${first}`, exact: true }).check();
    await page.getByRole("checkbox", { name: `Select ${second}`, exact: true }).check();
    await page.getByRole("toolbar", { name: "Selected runs" }).getByRole("link", { name: "Compare" }).click();
    await page.waitForURL(/\/compare\?/);
    const comparison = page.getByRole("region", { name: "Comparison" });
    await comparison.getByText("test/accuracy").first().waitFor();
    await comparison
      .getByText(first ?? "")
      .first()
      .waitFor();
    await takePicture(page, "compare");
    await expectAccessible(page, "comparison");
  });

  it("registers a run's model, moves an alias to it and shows the chain back to data and code", async () => {
    await page.goto(`${house.url}${PROJECT}`);
    await page.getByRole("link", { name: "digits search" }).click();
    await waitFor(async () => (await rowNames()).length >= 13);
    const [best = ""] = await rowNames();
    await page.getByRole("grid").getByRole("link", { name: best, exact: true }).click();
    await page.getByRole("button", { name: "Register model" }).first().click();
    await page.getByRole("dialog").getByLabel("Model").fill("digits-reader");
    await page.getByRole("dialog").getByRole("button", { name: "Register" }).click();
    await page.waitForURL(/\/models\/digits-reader\/versions\/1/);
    await page.getByRole("button", { name: "Move alias" }).click();
    await page.getByRole("dialog").getByLabel("Alias").fill("production");
    await page.getByRole("dialog").getByLabel("Reason").fill("best accuracy on the test set");
    await page.getByRole("dialog").getByRole("button", { name: "Move alias" }).click();
    const chain = page.getByRole("list", { name: "Lineage as text" });
    const links = async () => chain.getByRole("listitem").allTextContents();
    await waitFor(async () => (await links()).some((link) => link.includes("→ Alias production")), {
      timeoutMs: 30_000,
    });
    const text = (await links()).join("\n");
    expect(text).toMatch(/Dataset digits-train → Run/);
    expect(text).toMatch(/Code \w+ → Run/);
    expect(text).toContain(`Run ${best} → Logged model model`);
    expect(text).toContain("Logged model model → Model version digits-reader v1");
    await page.getByTestId("lineage-graph").getByText("production").first().waitFor();
    await takePicture(page, "model-version");
    await expectAccessible(page, "model version");
  });

  it("signs out, so that the old cookie opens nothing, and in again with the password", async () => {
    const cookies = await page.context().cookies();
    await page.getByRole("button", { name: "Account of Ada Lovelace" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL(/\/sign-in/);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${house.url}/api/trpc/session.get`, { headers: { cookie } });
    expect(await answer.json()).toMatchObject({ result: { data: { json: null } } });
    await page.getByLabel("E-mail").fill("ada@example.org");
    await page.getByLabel("Password").first().fill("a long enough secret");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname.startsWith("/team"));
  });

  it("reads well on a phone, in the dark", async () => {
    const phone = await openPage(browser, {
      viewport: { width: 390, height: 844 },
      colorScheme: "dark",
      storageState: await page.context().storageState(),
    });
    await phone.page.goto(`${house.url}${PROJECT}`);
    await phone.page.getByRole("link", { name: "digits search" }).click();
    await phone.page.getByRole("grid").waitFor();
    const overflow = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(phone.problems).toEqual([]);
  });

  it("did all that without a console error, a failed request or a request to another origin", () => {
    expect(watched.problems).toEqual([]);
  });
});
