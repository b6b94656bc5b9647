import type { Metadata } from "next";
import { ModelScreen } from "../../../../../features/models/model-screen.tsx";

export const metadata: Metadata = { title: "Model" };

export default async function ModelPage({ params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  return <ModelScreen name={decodeURIComponent(name)} />;
}
