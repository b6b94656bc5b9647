import { RunId } from "@assay/contract";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RunScreen } from "../../../../../features/run/run-screen.tsx";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params }: { params: Promise<{ runId: string }> }) {
  const runId = RunId.safeParse((await params).runId);
  if (!runId.success) notFound();
  return <RunScreen runId={runId.data} />;
}
