import type { Actor } from "@assay/contract";
import { type AccessCache, type AccessLookup, randomIds, type ServiceContext } from "@assay/services";

/** Runs work with a context for one request, of nobody yet; `signal` tells that its client is gone. */
type LetIn = <Result>(signal: AbortSignal, work: (ctx: ServiceContext) => Promise<Result>) => Promise<Result>;

export interface Contexts {
  /** A context for the process itself. */
  contextFor(actor: Actor): ServiceContext;
  /** A context for one request, of nobody yet: access is asked for once and holds for the whole request. */
  requestContext(signal?: AbortSignal): ServiceContext;
  /** Runs what changes nothing with such a context; twice, when access changes as it begins. */
  whileReading: LetIn;
  /** The same of what comes before a write. */
  beforeWriting: LetIn;
  /** The same of what writes nothing without comparing the version of access by which the request was let in. */
  whileWriting: LetIn;
}

const NEVER = new AbortController().signal;

/** Contexts for the process and its requests, of what all of them share. */
export function createContexts(
  shared: Omit<ServiceContext, "access" | "actor" | "signal" | "requestId">,
  access: AccessCache,
): Contexts {
  const lasting = access.perQuestion();
  const nobody = (lookup: AccessLookup, signal: AbortSignal): ServiceContext => ({
    ...shared,
    access: lookup,
    actor: { kind: "anonymous" },
    signal,
    requestId: randomIds.uuid(),
  });
  return {
    contextFor: (actor) => ({ ...nobody(lasting, NEVER), actor }),
    requestContext: (signal = NEVER) => nobody(access.perRequest(), signal),
    whileReading: (signal, read) => access.whileReading((lookup) => read(nobody(lookup, signal))),
    beforeWriting: (signal, prepare) => access.beforeWriting((lookup) => prepare(nobody(lookup, signal))),
    whileWriting: (signal, write) => access.whileWriting((lookup) => write(nobody(lookup, signal))),
  };
}
