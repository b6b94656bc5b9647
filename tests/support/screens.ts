import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const picturesDir = process.env.ASSAY_PICTURES;
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const LOOKS = [
  ["light", DESK, "light"],
  ["dark", DESK, "dark"],
  ["phone", PHONE, "light"],
  ["phone-dark", PHONE, "dark"],
] as const;

/** Makes the installation's first account, through the link that its first start prints. */
export async function becomeFirstPerson(page: Page, signInLink: string): Promise<void> {
  await page.goto(signInLink);
  await page.getByLabel("Name", { exact: false }).first().fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill("ada@example.org");
  await page.getByLabel("Password").first().fill("a long enough secret");
  await page.getByLabel("Workspace name").fill("Vision");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/team"));
}

/** Keeps a picture of the screen as it is when `ASSAY_PICTURES` names a folder for them. */
export async function takePicture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  if (picturesDir !== undefined) await page.screenshot({ path: path.join(picturesDir, `${name}.png`), fullPage });
}

/**
 * What opens or fades is half transparent until it has ended, and would be judged so. What is to open begins some frames
 * after it is there: a few must pass in which nothing moves.
 */
const ANIMATIONS_ENDED = `(async () => {
  for (let still = 0; still < 5; ) {
    const moving = document.getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
      .filter((animation) => animation.playState === "running");
    await Promise.allSettled(moving.map((animation) => animation.finished));
    still = moving.length === 0 ? still + 1 : 0;
    await new Promise(requestAnimationFrame);
  }
})()`;

/** No violation of WCAG 2.2 AA that axe finds. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.evaluate(ANIMATIONS_ENDED);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${what}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  ).toEqual([]);
}

/**
 * Looks at the screen as it is, in both colours and on a phone too: accessible, and nothing wider than the screen.
 * A notification of what came before could fade in the middle of it, so its going is waited for.
 */
export async function expectGoodScreens(page: Page, what: string): Promise<void> {
  await page.waitForFunction("document.querySelector('.mantine-Notification-root') === null");
  for (const [look, viewport, colorScheme] of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${what} ${look}`);
    const isTooWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
    expect([what, look, isTooWide]).toEqual([what, look, false]);
    await takePicture(page, `${what}-${look}`, { fullPage: true });
  }
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: "light" });
}
