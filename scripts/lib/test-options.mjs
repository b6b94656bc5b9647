import { parseArgs } from "node:util";
import { Fatal } from "./fatal.mjs";
import { CHECKS, NEED_BUILD, PROJECTS } from "./test-steps.mjs";

const names = [...CHECKS.map(({ name }) => name), ...PROJECTS];

export const help = `Runs every check and test.

  npm test -- [--only <name>]… [file filter]…

  --only <name>   only this one (may be given several times, or as a,b): ${names.join(", ")}
  --help          this text
`;

function parse(args) {
  const options = {
    only: { type: "string", multiple: true, default: [] },
    help: { type: "boolean", short: "h", default: false },
  };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Fatal(`${error.message.split(". ")[0]}. See: npm test -- --help`);
  }
}

/** Reads which checks and vitest projects to run; everything unless told otherwise. */
export function readTestOptions(args) {
  const { values, positionals } = parse(args);
  const only = values.only.flatMap((text) => text.split(","));
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Fatal(`--only ${unknown} is not known. Choose from ${names.join(", ")}.`);
  const isWanted = (name) => only.length === 0 || only.includes(name);
  const projects = PROJECTS.filter(isWanted);
  const needsBuild = projects.some((name) => NEED_BUILD.has(name));
  const checks = CHECKS.filter(({ name }) => isWanted(name) || (name === "build" && needsBuild));
  return { help: values.help, checks, projects, isEverything: only.length === 0, filters: positionals };
}
