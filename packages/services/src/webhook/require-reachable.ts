import { invalidInput } from "@assay/contract";
import type { ServiceContext } from "../context.ts";

/** Refuses a URL that nothing is ever sent to, before it is kept. */
export async function requireReachable(ctx: Pick<ServiceContext, "outbound">, url: string): Promise<void> {
  const reason = await ctx.outbound.refusalOf(url);
  if (reason === null) return;
  throw invalidInput(
    reason,
    "url",
    "use https and a public host; an operator can allow others with ASSAY_WEBHOOK_ALLOW",
  );
}
