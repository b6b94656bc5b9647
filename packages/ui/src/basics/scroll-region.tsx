import type { ReactNode } from "react";

interface ScrollRegionProps {
  /** What is inside, for the accessible name. */
  label: string;
  className: string;
  children: ReactNode;
}

/** A part that scrolls by itself, within reach of the keyboard. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop, the keyboard could not scroll it (WCAG 2.1.1)
    <section aria-label={label} className={className} tabIndex={0}>
      {children}
    </section>
  );
}
