import { z } from "zod";

/** Weakest first: each role can do all the one before it can. */
export const ROLES = ["viewer", "editor", "maintainer", "admin"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const TOKEN_SCOPES = ["read", "ingest", "registry", "admin"] as const;
export const TokenScope = z.enum(TOKEN_SCOPES);
export type TokenScope = z.infer<typeof TokenScope>;

interface Grant {
  /** The weakest role that may do it. */
  role: Role;
  /** The scope an API token needs for it, besides its owner's role. */
  scope: TokenScope;
}

/** Who may do what. Server and interface read this same table. */
export const PERMISSIONS = {
  "workspace:read": { role: "viewer", scope: "read" },
  "workspace:manage": { role: "admin", scope: "admin" },
  "system:read": { role: "admin", scope: "admin" },
  "system:manage": { role: "admin", scope: "admin" },
  "member:read": { role: "viewer", scope: "read" },
  "member:manage": { role: "admin", scope: "admin" },
  "token:manage": { role: "viewer", scope: "admin" },
  "audit:read": { role: "maintainer", scope: "admin" },
  "project:read": { role: "viewer", scope: "read" },
  "project:create": { role: "editor", scope: "admin" },
  "project:manage": { role: "maintainer", scope: "admin" },
  "project:delete": { role: "admin", scope: "admin" },
  "experiment:read": { role: "viewer", scope: "read" },
  "experiment:write": { role: "editor", scope: "ingest" },
  "run:read": { role: "viewer", scope: "read" },
  "run:write": { role: "editor", scope: "ingest" },
  "run:delete": { role: "maintainer", scope: "admin" },
  "artifact:read": { role: "viewer", scope: "read" },
  "artifact:write": { role: "editor", scope: "ingest" },
  "artifact:delete": { role: "maintainer", scope: "admin" },
  "model:read": { role: "viewer", scope: "read" },
  "model:write": { role: "editor", scope: "registry" },
  "model:delete": { role: "maintainer", scope: "admin" },
  "alias:move": { role: "editor", scope: "registry" },
  "view:read": { role: "viewer", scope: "read" },
  // They send what happens in the project elsewhere, and their addresses are often secrets themselves.
  "webhook:manage": { role: "maintainer", scope: "admin" },
  "view:write": { role: "editor", scope: "admin" },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;

/** True when `role` is at least as strong as the permission asks. */
export function roleAllows(role: Role, permission: Permission): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(PERMISSIONS[permission].role);
}

/** True when a token with these scopes may use the permission; `admin` covers all. */
export function scopesAllow(scopes: readonly TokenScope[], permission: Permission): boolean {
  return scopes.includes("admin") || scopes.includes(PERMISSIONS[permission].scope);
}
