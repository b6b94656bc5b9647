export { createArgon2Hasher } from "./argon2-hasher.ts";
export { type AuthOptionsDeps, buildAuthOptions } from "./auth-options.ts";
export { type ActorDeps, getActor } from "./get-actor.ts";
