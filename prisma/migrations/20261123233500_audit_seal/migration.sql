-- The one way an audit event is written: numbered without gaps in its workspace and sealed with the event before it,
-- so that a row changed, removed or slipped in later breaks every hash after it.
CREATE FUNCTION audit_append(
  in_workspace uuid, in_project uuid, in_action text, in_actor_kind text, in_actor_id text, in_actor_name text,
  in_subject_kind text, in_subject_id text, in_details jsonb, in_request_id text
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  last record;
  now_ms timestamptz := date_trunc('milliseconds', clock_timestamp());
  next_seq bigint;
  previous bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(in_workspace::text, 3));
  SELECT seq, hash INTO last FROM audit_event WHERE workspace_id = in_workspace ORDER BY seq DESC LIMIT 1;
  next_seq := coalesce(last.seq, 0) + 1;
  previous := coalesce(last.hash, '\x'::bytea);
  INSERT INTO audit_event (workspace_id, seq, project_id, action, actor_kind, actor_id, actor_name, subject_kind,
    subject_id, details, request_id, at, prev_hash, hash)
  VALUES (in_workspace, next_seq, in_project, in_action, in_actor_kind, in_actor_id, in_actor_name, in_subject_kind,
    in_subject_id, in_details, in_request_id, now_ms, previous,
    audit_hash(previous, in_workspace, next_seq, in_project, in_action, in_actor_kind, in_actor_id, in_actor_name,
      in_subject_kind, in_subject_id, in_details, in_request_id, now_ms));
  RETURN next_seq;
END $$;

-- The seal: SHA-256 over the seal before and a JSON array of every field, so that no two events read alike.
CREATE FUNCTION audit_hash(
  previous bytea, in_workspace uuid, in_seq bigint, in_project uuid, in_action text, in_actor_kind text,
  in_actor_id text, in_actor_name text, in_subject_kind text, in_subject_id text, in_details jsonb,
  in_request_id text, in_at timestamptz
) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array(in_workspace, in_seq, in_project, in_action, in_actor_kind,
    in_actor_id, in_actor_name, in_subject_kind, in_subject_id, in_details, in_request_id,
    (extract(epoch FROM in_at) * 1000)::bigint)::text, 'UTF8'))
$$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER alias_event_no_update BEFORE UPDATE ON alias_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What no client may break, whichever door it comes through.
ALTER TABLE metric_point ADD CONSTRAINT metric_point_step_finite
  CHECK (step >= -9007199254740992 AND step <= 9007199254740992);
ALTER TABLE run ADD CONSTRAINT run_fork_is_whole CHECK ((forked_from_run_id IS NULL) OR (fork_step IS NOT NULL));
ALTER TABLE api_token ADD CONSTRAINT api_token_has_one_owner
  CHECK ((user_id IS NULL) <> (service_account_id IS NULL));
