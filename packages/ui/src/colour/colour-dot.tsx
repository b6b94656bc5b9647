import { runHue } from "./run-hue.ts";
import "./colour-dot.css";

interface ColourDotProps {
  runNumber: number;
  isHollow?: boolean;
}

/** The run's colour as a dot; decoration only, the name stands beside it. */
export function ColourDot({ runNumber, isHollow = false }: ColourDotProps) {
  return <span aria-hidden className="assay-dot" data-hue={runHue(runNumber)} data-hollow={isHollow || undefined} />;
}
