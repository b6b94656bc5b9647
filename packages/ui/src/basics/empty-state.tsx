import type { ReactNode } from "react";
import "./basics.css";

interface EmptyStateProps {
  title: string;
  /** What would be here and how to get it here. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Stands where data will be, and says how it gets there. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="assay-empty">
      <p className="assay-empty-title">{title}</p>
      {children !== undefined && <div className="assay-empty-body">{children}</div>}
      {action !== undefined && <div className="assay-empty-action">{action}</div>}
    </div>
  );
}
