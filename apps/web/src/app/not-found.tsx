import { EmptyState } from "@assay/ui";
import Link from "next/link";

export default function NotFound() {
  return (
    <main className="screen screen-narrow">
      <EmptyState title="Nothing is at this address" action={<Link href="/">Go to your projects</Link>}>
        <p>It may have been renamed or removed, or it belongs to a workspace that you are not a member of.</p>
      </EmptyState>
    </main>
  );
}
