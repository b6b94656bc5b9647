import { availableParallelism } from "node:os";
import type { PasswordHasher } from "@assay/services";
import { hash, verify } from "@node-rs/argon2";

// argon2id with the OWASP minimum of 19 MiB and two passes.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const MAX_WAITING = 64;

/** Hashes passwords with argon2id, no more at once than there are cores: sign-in must not become a way to stall us. */
export async function createArgon2Hasher(): Promise<PasswordHasher> {
  const gate = createGate(availableParallelism());
  const decoy = await hash("no such user", COST);
  return {
    hash: (password) => gate(() => hash(password, COST)),
    async verify(stored, password) {
      const isRight = await gate(() => verify(stored ?? decoy, password));
      return stored !== null && isRight;
    },
  };
}

function createGate(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) {
      if (waiting.length >= MAX_WAITING) throw new Error("too many sign-ins at once");
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      free -= 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
