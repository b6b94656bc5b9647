import { ensureBuilt } from "./build.mjs";
import { cleanEnvironment } from "./environment.mjs";
import { printFatal } from "./fatal.mjs";
import { ensureInstalled } from "./install.mjs";
import { runStep, stopSteps } from "./run-step.mjs";
import { onStopSignal, signalNumber } from "./signals.mjs";
import { help, readTestOptions } from "./test-options.mjs";
import { runVitest } from "./vitest-step.mjs";

async function runCheck({ command, args }) {
  const isOk = await runStep({ command, args, env: cleanEnvironment() });
  return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: 0 };
}

async function timed(name, run) {
  console.log(`\n── ${name}`);
  const startedAt = Date.now();
  const counts = await run();
  return { name, ...counts, seconds: (Date.now() - startedAt) / 1000 };
}

function printTable(results) {
  const row = (cells) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(12) : String(cell).padStart(9))).join("");
  console.log(`\n${row(["step", "passed", "failed", "skipped", "seconds"])}`);
  for (const { name, passed, failed, skipped, seconds } of results)
    console.log(row([name, passed, failed, skipped, seconds.toFixed(1)]));
}

/** In CI a skipped test hides a missing browser or Python, so it counts as a failure there. */
const isCi = () => !["", "0", "false", undefined].includes(process.env.CI);

function report(results) {
  printTable(results);
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const [passed, failed, skipped] = [total("passed"), total("failed"), total("skipped")];
  const isSkipBad = skipped > 0 && isCi();
  if (isSkipBad) console.log("\nIn CI nothing may be skipped: install what the skipped tests ask for.");
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 || isSkipBad ? 1 : 0;
}

/** Installs and generates what is missing, then runs all steps and prints the counts as the last line. */
export async function runTests(args) {
  onStopSignal((signal) => {
    stopSteps(signal);
    process.exit(128 + signalNumber(signal));
  });
  try {
    const options = readTestOptions(args);
    if (options.help) return console.log(help);
    await ensureInstalled();
    await ensureBuilt(["generate"]);
    const results = [];
    for (const check of options.checks) results.push(await timed(check.name, () => runCheck(check)));
    if (options.projects.length > 0) results.push(await timed("vitest", () => runVitest(options)));
    report(results);
  } catch (error) {
    printFatal(error);
    process.exitCode = 1;
  }
}
