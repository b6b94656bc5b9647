-- Reads the points of metric chunks with nothing but PostgreSQL (15 or newer): an independent check of the format that
-- docs/metric-format.md describes, and a way to your numbers without Assay. It is slow, some thousand points a second.
--
--   psql "$DATABASE_URL"
--   \i docs/metric-reader.sql
--   SELECT * FROM pg_temp.assay_points('<run id>', 'loss');
--
-- The functions are gone with the session.
-- Points that are not compacted yet (metric_hot_0, metric_hot_1) are left out, and so are those that a fork inherits.

-- One float64, little endian, from its sign, exponent and fraction (IEEE 754).
CREATE FUNCTION pg_temp.assay_f64(bytes bytea, at int) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  high int := get_byte(bytes, at + 7);
  exponent int := ((high & 127) << 4) | (get_byte(bytes, at + 6) >> 4);
  fraction int8 := get_byte(bytes, at + 6) & 15;
  sign float8 := CASE WHEN high >= 128 THEN -1 ELSE 1 END;
BEGIN
  FOR place IN REVERSE 5..0 LOOP
    fraction := (fraction << 8) | get_byte(bytes, at + place);
  END LOOP;
  IF exponent = 2047 THEN
    RETURN CASE WHEN fraction <> 0 THEN 'NaN' ELSE sign * 'Infinity'::float8 END;
  ELSIF fraction = 0 AND exponent = 0 THEN
    RETURN 0;
  ELSIF exponent = 0 THEN
    RETURN sign * fraction * power(2::float8, -1074);
  END IF;
  RETURN sign * (fraction + (1::int8 << 52)) * power(2::float8, exponent - 1075);
END $$;

-- One float32, the same way.
CREATE FUNCTION pg_temp.assay_f32(bytes bytea, at int) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  high int := get_byte(bytes, at + 3);
  exponent int := ((high & 127) << 1) | (get_byte(bytes, at + 2) >> 7);
  fraction int8 := ((get_byte(bytes, at + 2) & 127) << 16) | (get_byte(bytes, at + 1) << 8) | get_byte(bytes, at);
  sign float8 := CASE WHEN high >= 128 THEN -1 ELSE 1 END;
BEGIN
  IF exponent = 255 THEN
    RETURN CASE WHEN fraction <> 0 THEN 'NaN' ELSE sign * 'Infinity'::float8 END;
  ELSIF exponent = 0 THEN
    RETURN sign * fraction * power(2::float8, -149);
  END IF;
  RETURN sign * (fraction + (1 << 23)) * power(2::float8, exponent - 150);
END $$;

-- Steps or times: a version byte, a tag, then `count` entries.
CREATE FUNCTION pg_temp.assay_axis(bytes bytea, count int) RETURNS float8[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  entries float8[] := '{}';
  at int := 2;
  entry int8 := 0;
  difference int8 := 0;
  folded int8;
  shift int;
  part int;
BEGIN
  IF get_byte(bytes, 0) <> 1 THEN RAISE 'unknown version %', get_byte(bytes, 0); END IF;
  CASE get_byte(bytes, 1)
  WHEN 0 THEN
    FOR i IN 0..count - 1 LOOP
      entries[i + 1] := pg_temp.assay_f64(bytes, 2) + i * pg_temp.assay_f64(bytes, 10);
    END LOOP;
  WHEN 1 THEN
    FOR i IN 0..count - 1 LOOP
      folded := 0;
      shift := 0;
      LOOP
        part := get_byte(bytes, at);
        at := at + 1;
        folded := folded | ((part & 127)::int8 << shift);
        EXIT WHEN part < 128;
        shift := shift + 7;
      END LOOP;
      difference := difference + CASE WHEN folded % 2 = 0 THEN folded / 2 ELSE -(folded + 1) / 2 END;
      entry := entry + difference;
      IF i = 0 THEN difference := 0; END IF;
      entries[i + 1] := entry;
    END LOOP;
  WHEN 2 THEN
    FOR i IN 0..count - 1 LOOP
      entries[i + 1] := pg_temp.assay_f64(bytes, 2 + i * 8);
    END LOOP;
  ELSE
    RAISE 'unknown encoding %', get_byte(bytes, 1);
  END CASE;
  RETURN entries;
END $$;

-- Values: a version byte, a tag, then `count` of them.
CREATE FUNCTION pg_temp.assay_values(bytes bytea, count int) RETURNS float8[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  entries float8[] := '{}';
  width int;
  n int8;
BEGIN
  IF get_byte(bytes, 0) <> 1 THEN RAISE 'unknown version %', get_byte(bytes, 0); END IF;
  CASE get_byte(bytes, 1)
  WHEN 0 THEN
    entries := array_fill(pg_temp.assay_f64(bytes, 2), ARRAY[count]);
  WHEN 1 THEN
    width := get_byte(bytes, 3);
    FOR i IN 0..count - 1 LOOP
      n := 0;
      FOR place IN REVERSE width - 1..0 LOOP
        n := (n << 8) | get_byte(bytes, 12 + i * width + place);
      END LOOP;
      entries[i + 1] := (pg_temp.assay_f64(bytes, 4) + n) / power(10::float8, get_byte(bytes, 2));
    END LOOP;
  WHEN 2 THEN
    FOR i IN 0..count - 1 LOOP
      entries[i + 1] := pg_temp.assay_f32(bytes, 2 + i * 4);
    END LOOP;
  WHEN 3 THEN
    FOR i IN 0..count - 1 LOOP
      entries[i + 1] := pg_temp.assay_f64(bytes, 2 + i * 8);
    END LOOP;
  ELSE
    RAISE 'unknown encoding %', get_byte(bytes, 1);
  END CASE;
  RETURN entries;
END $$;

-- The points of one key of a run, in order.
CREATE FUNCTION pg_temp.assay_points(run uuid, key text)
RETURNS TABLE (step float8, time_ms int8, value float8) LANGUAGE sql STABLE AS $$
  SELECT p.step, p.time_ms::int8, p.value
  FROM run r
  JOIN metric_key k ON k.project_id = r.project_id AND k.name = key
  JOIN metric_chunk c ON c.run_id = r.id AND c.key_id = k.id
  CROSS JOIN LATERAL ROWS FROM (
    unnest(pg_temp.assay_axis(c.steps, c.count)),
    unnest(pg_temp.assay_axis(c.times_ms, c.count)),
    unnest(pg_temp.assay_values(c."values", c.count))
  ) WITH ORDINALITY AS p(step, time_ms, value, place)
  WHERE r.id = run
  ORDER BY c.first_step, c.first_time_ms, p.place
$$;
