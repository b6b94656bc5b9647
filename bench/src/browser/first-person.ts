import type { Page } from "playwright-core";

/** Signs in as the installation's first person, through the link that its first start prints. */
export async function becomeFirstPerson(page: Page, signInLink: string): Promise<void> {
  await page.goto(signInLink);
  await page.getByLabel("Name", { exact: false }).first().fill("Bench");
  await page.getByLabel("E-mail").fill("bench@example.org");
  await page.getByLabel("Password").first().fill("a long enough secret");
  await page.getByLabel("Workspace name").fill("Bench");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/team"));
}
