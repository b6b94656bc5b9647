import type { ReactNode } from "react";
import "./basics.css";

interface SectionProps {
  title: string;
  /** A count or fact beside the title. */
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a screen. */
export function Section({ title, aside, actions, children }: SectionProps) {
  return (
    <section className="assay-section" aria-label={title}>
      <header className="assay-section-header">
        <h2 className="assay-section-title">{title}</h2>
        {aside !== undefined && <span className="assay-section-aside">{aside}</span>}
        {actions !== undefined && <span className="assay-section-actions">{actions}</span>}
      </header>
      {children}
    </section>
  );
}
