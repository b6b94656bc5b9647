import { RunInput } from "@assay/contract";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RunScreen } from "../../../../../features/run/run-screen.tsx";
import { WithRun } from "../../../../../server/with-run.tsx";

export const metadata: Metadata = { title: "Run" };

interface RunPageProps {
  params: Promise<{ workspace: string; project: string; runId: string }>;
}

export default async function RunPage({ params }: RunPageProps) {
  const input = RunInput.safeParse(await params);
  if (!input.success) notFound();
  return (
    <WithRun input={input.data}>
      <RunScreen runId={input.data.runId} />
    </WithRun>
  );
}
