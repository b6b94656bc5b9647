import type { ReactNode } from "react";
import "./basics.css";

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Label and value pairs, one a line; facts without a value are left out by the caller. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="assay-facts">
      {facts.map((fact) => (
        <div key={fact.label} className="assay-fact">
          <dt className="assay-fact-label">{fact.label}</dt>
          <dd className="assay-fact-value">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
