import { Assay } from "@assay/sdk";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, openBrowser, openPage, type WatchedPage } from "../support/browser.ts";
import { type LaunchedHouse, launchHouse } from "../support/launched-house.ts";
import { becomeFirstPerson, expectGoodScreens } from "../support/screens.ts";
import { waitFor } from "../support/wait-for.ts";
import { WebhookReceiver } from "../support/webhook-receiver.ts";

let house: LaunchedHouse;
let browser: Browser;
let watched: WatchedPage;
let page: Page;
let receiver: WebhookReceiver;

const section = () => page.getByRole("region", { name: "Webhooks", exact: true });
const hook = () => section().getByRole("listitem", { name: "team-chat" });

describe.skipIf(!hasBrowser)("webhooks in the browser", () => {
  beforeAll(async () => {
    receiver = await WebhookReceiver.open();
    house = await launchHouse({ ASSAY_WEBHOOK_ALLOW: "http://127.0.0.1" });
    browser = await openBrowser();
    watched = await openPage(browser);
    page = watched.page;
    await becomeFirstPerson(page, house.signInLink);
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
    await receiver?.close();
  });

  it("explains what a webhook is where there is none, and adds one", async () => {
    await page.goto(`${house.url}/team/main/settings`);
    await section().getByText("Nobody is told of anything yet").waitFor();
    await expectGoodScreens(page, "webhooks-empty");
    await section().getByRole("button", { name: "Add webhook" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name" }).fill("team-chat");
    await dialog.getByRole("textbox", { name: "URL" }).fill(receiver.url);
    await dialog.getByRole("checkbox", { name: "A run starts" }).check();
    await dialog.getByRole("button", { name: "Make one" }).click();
    await expectGoodScreens(page, "webhook-form");
    await dialog.getByRole("button", { name: "Add webhook" }).click();
    await hook().getByText("run.created, run.finished").waitFor();
  });

  it("says why an address is refused", async () => {
    await hook().getByRole("button", { name: "Edit team-chat" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "URL" }).fill("https://10.0.0.1/hook");
    await dialog.getByRole("button", { name: "Save webhook" }).click();
    await dialog.getByText("must not resolve to a non-public IP address").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  it("sends a test and says what came of it", async () => {
    await hook().getByRole("button", { name: "Test team-chat" }).click();
    await page.getByText("team-chat has it").waitFor();
    expect(receiver.of("run.created")).toHaveLength(1);
  });

  it("shows each delivery with its attempts, and sends one once more", async () => {
    receiver.answer = (_delivery, response) => response.writeHead(404).end();
    const run = await new Assay({ url: house.url, token: house.token }).createRun({ name: "told", source: {} });
    await hook().getByRole("button", { name: "Deliveries to team-chat" }).click();
    const deliveries = hook().getByRole("list", { name: "Deliveries to team-chat" });
    const summary = (text: string) => deliveries.locator("summary", { hasText: text });
    await summary("The receiver answered 404").waitFor({ timeout: 30_000 });
    receiver.acceptAll();
    await run.finish();
    await summary("Answered 204").waitFor({ timeout: 30_000 });
    await summary("The receiver answered 404").click();
    await hook().locator(".webhook-name").getByText("Delivered").waitFor();
    await expectGoodScreens(page, "webhook-deliveries");
    await deliveries.getByRole("button", { name: /^Redeliver run\.created/ }).click();
    await summary("2 attempts").waitFor({ timeout: 30_000 });
    await waitFor(() => new Set(receiver.of("run.created").map(({ id }) => id)).size === 2);
    expect(receiver.of("run.created")).toHaveLength(3);
  });

  it("pauses, resumes and deletes it", async () => {
    await hook().getByRole("button", { name: "Pause team-chat" }).click();
    await hook().getByText("Paused").waitFor();
    await hook().getByRole("button", { name: "Resume team-chat" }).click();
    await hook().getByRole("button", { name: "Pause team-chat" }).waitFor();
    await hook().getByRole("button", { name: "Delete team-chat" }).click();
    await expectGoodScreens(page, "webhook-delete");
    await page.getByRole("dialog").getByRole("button", { name: "Delete webhook" }).click();
    await section().getByText("Nobody is told of anything yet").waitFor();
  });

  it("met nothing that failed on the way", () => {
    expect(watched.problems).toEqual([]);
  });
});
