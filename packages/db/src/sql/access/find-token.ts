import type { Statement } from "../../store.ts";

export interface TokenRow {
  id: string;
  name: string;
  workspace_id: string;
  secret_hash: Uint8Array;
  scopes: string[];
  user_id: string | null;
  service_account_id: string | null;
  is_owner_disabled: boolean;
  project_id: string | null;
  default_project_id: string | null;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/**
 * A token by its public id, with whether its owner is disabled. Runs with every request that carries a token, hence
 * one prepared statement. Parameters: public id. Plan: unique index, then two primary keys.
 */
export const findToken: Statement = {
  name: "access_find_token_v1",
  text: `
    SELECT t.id, t.name, t.workspace_id, t.secret_hash, t.scopes, t.user_id, t.service_account_id,
      coalesce(u.is_disabled, a.is_disabled, true) AS is_owner_disabled,
      t.project_id, t.default_project_id, t.expires_at, t.revoked_at, t.last_used_at
    FROM api_token t
    LEFT JOIN app_user u ON u.id = t.user_id
    LEFT JOIN service_account a ON a.id = t.service_account_id
    WHERE t.public_id = $1`,
};
