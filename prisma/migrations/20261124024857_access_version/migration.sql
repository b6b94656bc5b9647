-- CreateTable
CREATE TABLE "access_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "access_version_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "access_version" ADD CONSTRAINT "access_version_one_row" CHECK (id = 1);
INSERT INTO "access_version" DEFAULT VALUES;

-- Raised in the transaction of every change that narrows or changes what somebody may reach, so that whoever reads the
-- version knows whether what was remembered at an older one still holds. New tokens, projects and sessions change
-- nothing that was granted before; numbers taken from a project and a token's last use leave access as it is.
CREATE FUNCTION raise_access_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE access_version SET version = version + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER api_token_access AFTER DELETE OR TRUNCATE
  OR UPDATE OF workspace_id, secret_hash, name, scopes, user_id, service_account_id, project_id, default_project_id,
    expires_at, revoked_at
  ON api_token FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER session_access AFTER DELETE OR TRUNCATE OR UPDATE OF user_id, expires_at, ended_at
  ON session FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER app_user_access AFTER DELETE OR TRUNCATE OR UPDATE OF email, name, is_disabled
  ON app_user FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER service_account_access AFTER DELETE OR TRUNCATE OR UPDATE OF workspace_id, role, is_disabled
  ON service_account FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER workspace_access AFTER DELETE OR TRUNCATE OR UPDATE OF slug, name
  ON workspace FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER membership_access AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
  ON membership FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER project_access AFTER DELETE OR TRUNCATE OR UPDATE OF workspace_id, slug, name, visibility, archived_at
  ON project FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
CREATE TRIGGER project_role_access AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE
  ON project_role FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
