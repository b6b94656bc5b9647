import { Assay, type RunHandle } from "@assay/sdk";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, openBrowser, openPage, type WatchedPage } from "../support/browser.ts";
import { type LaunchedHouse, launchHouse } from "../support/launched-house.ts";
import { becomeFirstPerson, expectGoodScreens } from "../support/screens.ts";

let house: LaunchedHouse;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

async function logRun(name: string): Promise<RunHandle> {
  const run = await new Assay({ url: house.url, token: house.token }).createRun({ name, source: {} });
  for (let step = 0; step < 100; step += 1) run.log({ loss: 1 / (step + 1), accuracy: step / 100 }, { step });
  await run.logArtifact("report.txt", `report of ${name}`);
  await run.finish();
  return run;
}

async function confirm(typed: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(typed);
  await dialog.getByRole("button", { name: "Delete for good" }).click();
}

describe.skipIf(!hasBrowser)("deleting for good in the browser", () => {
  beforeAll(async () => {
    house = await launchHouse();
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
    await becomeFirstPerson(page, house.signInLink);
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it("shows what a run takes up, and deletes one of its series once its key was typed", async () => {
    const run = await logRun("wordy");
    await page.goto(`${house.url}/team/main/runs/${run.id}`);
    await page.getByRole("region", { name: "Storage" }).getByText("in 200 points").waitFor();
    await page.getByRole("button", { name: "Delete loss" }).click();
    await page.getByText("All 100 points of it go.").waitFor();
    await expectGoodScreens(page, "delete-metric");
    await confirm("loss");
    await page.getByText("Given back: 100 points").waitFor();
    await page.getByRole("region", { name: "Storage" }).getByText("in 100 points").waitFor();
    await page.getByRole("button", { name: "Delete loss" }).waitFor({ state: "detached" });
  });

  it("deletes an archived run from its page, naming what goes", async () => {
    const run = await logRun("doomed");
    await page.goto(`${house.url}/team/main/runs/${run.id}`);
    await page.getByRole("button", { name: "Archive", exact: true }).click();
    await page.getByRole("button", { name: "Delete for good" }).click();
    await page.getByText(/Gone with it: 200 points \(.+\), 1 file/).waitFor();
    await expectGoodScreens(page, "delete-run");
    const sure = page.getByRole("dialog").getByRole("button", { name: "Delete for good" });
    await page.getByRole("dialog").getByRole("textbox").fill("dooomed");
    expect(await sure.isDisabled()).toBe(true);
    await confirm("doomed");
    await page.getByText("1 run deleted for good").waitFor();
    await page.waitForURL(/experiments\/0/);
  });

  it("deletes the selected runs of the archived list once their number was typed", async () => {
    const runs = [await logRun("one"), await logRun("two")];
    await new Assay({ url: house.url, token: house.token }).api.run.archive.mutate({
      workspace: "team",
      project: "main",
      runIds: runs.map(({ id }) => id),
    });
    await page.goto(`${house.url}/team/main/experiments/0?archived=true`);
    for (const name of ["one", "two"])
      await page.getByRole("checkbox", { name: `Select ${name}`, exact: true }).click();
    await page.getByRole("toolbar", { name: "Selected runs" }).getByRole("button", { name: "Delete for good" }).click();
    await page.getByText(/Gone with them: 400 points/).waitFor();
    await confirm("2");
    await page.getByText("2 runs deleted for good").waitFor();
    await page.getByText("No archived runs").waitFor();
  });

  it("shows what the project takes up and keeps archived runs for as long as was settled", async () => {
    await page.getByRole("link", { name: "Project", exact: true }).click();
    await page.getByRole("region", { name: "Storage" }).getByText("in 100 points").waitFor();
    await page.getByRole("switch", { name: "Delete archived runs for good after a while" }).check();
    await page.getByText("No run would be deleted now.").waitFor();
    await expectGoodScreens(page, "project-settings");
    await page.getByRole("button", { name: "Save retention" }).click();
    await page.getByText("Retention saved").waitFor();
    await page.reload();
    expect(await page.getByLabel("Days after they were archived").inputValue()).toBe("30");
  });

  it("archives a project, and deletes it once its name was typed", async () => {
    await page.getByRole("button", { name: "Archive this project" }).click();
    await page.getByRole("button", { name: "Archive project" }).click();
    await page.getByRole("region", { name: "Archived projects" }).waitFor();
    await expectGoodScreens(page, "archived-projects");
    await page.getByRole("button", { name: "Delete Main for good" }).click();
    await page.getByText("All 1 run of it go").waitFor();
    await confirm("Main");
    await page.getByText("Main is being deleted").waitFor();
    await page.getByRole("region", { name: "Archived projects" }).waitFor({ state: "detached", timeout: 30_000 });
    await page.getByText("No projects yet").waitFor();
  });

  it("met nothing that failed on the way", () => {
    expect(watched.problems).toEqual([]);
  });
});
