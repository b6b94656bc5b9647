import { defineConfig } from "vitest/config";

/** Heavy kinds run one file at a time: they start servers and browsers of their own. */
const KINDS = [
  { name: "architecture", isHeavy: false, timeoutMs: 60_000 },
  { name: "types", isHeavy: false, timeoutMs: 120_000 },
  { name: "integration", isHeavy: false, timeoutMs: 30_000 },
  { name: "security", isHeavy: false, timeoutMs: 60_000 },
  { name: "conformance", isHeavy: true, timeoutMs: 180_000 },
  { name: "faults", isHeavy: true, timeoutMs: 180_000 },
  { name: "e2e", isHeavy: true, timeoutMs: 300_000 },
];

const kindProjects = KINDS.map(({ name, isHeavy, timeoutMs }, index) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    fileParallelism: !isHeavy,
    maxWorkers: isHeavy ? 1 : 2,
    // One kind after the other.
    sequence: { groupOrder: index + 1 },
  },
}));

export default defineConfig({
  test: {
    globalSetup: ["tests/support/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/**/src/**/*.test.{ts,tsx}", "apps/**/src/**/*.test.{ts,tsx}", "bench/src/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", "**/generated/**"],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      ...kindProjects,
    ],
  },
});
