import type { Metadata } from "next";
import { CompareScreen } from "../../../../features/compare/compare-screen.tsx";

export const metadata: Metadata = { title: "Compare runs" };

export default function ComparePage() {
  return <CompareScreen />;
}
