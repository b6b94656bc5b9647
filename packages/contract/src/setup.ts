import { z } from "zod";
import { Name } from "./text.ts";

export const Email = z
  .string()
  .trim()
  .max(254)
  .transform((text) => text.normalize("NFKC").toLowerCase())
  .pipe(z.email("enter an e-mail address such as ada@example.org"));

export const Password = z
  .string()
  .min(12, "password must have at least 12 characters")
  .max(128, "password must have at most 128 characters");

/** Creates the first user; needs the one-time token that the first start prints. */
export const CompleteSetupInput = z.strictObject({
  token: z.string().min(20).max(200),
  name: Name,
  email: Email,
  password: Password,
  workspaceName: Name,
});
export type CompleteSetupInput = z.infer<typeof CompleteSetupInput>;

export const SetupStatus = z.object({ isComplete: z.boolean() });
export type SetupStatus = z.infer<typeof SetupStatus>;
