-- No day is missing from read_on of readings between its first and its last within each station; each missing day is reported.
WITH "tested" AS (
  SELECT
    "_row",
    "read_on",
    "station"
  FROM "readings"
  WHERE
    "read_on" IS NOT NULL AND "station" IS NOT NULL
), "found" AS (
  SELECT DISTINCT
    "station",
    CAST(DATE_TRUNC('day', CAST(TRY_STRPTIME("read_on", '%Y-%m-%d') AS DATE)) AS DATE) AS "day"
  FROM "tested"
  WHERE
    CAST(TRY_STRPTIME("read_on", '%Y-%m-%d') AS DATE) IS NOT NULL
), "wanted" AS (
  SELECT
    "station",
    UNNEST(GENERATE_SERIES(MIN("day"), MAX("day"), INTERVAL '1' DAY)) AS "day"
  FROM "found"
  GROUP BY
    "station"
), "missing" AS (
  SELECT
    "wanted"."station",
    STRFTIME("wanted"."day", '%Y-%m-%d') AS "missing read_on"
  FROM "wanted"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "found"
      WHERE
        "found"."station" = "wanted"."station"
        AND "found"."day" = CAST("wanted"."day" AS DATE)
    )
), "records" AS (
  SELECT
    "station",
    "missing read_on",
    NULL AS "no date in read_on"
  FROM "missing"
  UNION ALL
  SELECT
    "station",
    NULL AS "missing read_on",
    "read_on" AS "no date in read_on"
  FROM "tested"
  WHERE
    CAST(TRY_STRPTIME("read_on", '%Y-%m-%d') AS DATE) IS NULL
)
SELECT
  "station",
  "missing read_on",
  "no date in read_on"
FROM "records"
ORDER BY
  "station",
  "missing read_on",
  "no date in read_on";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "read_on",
    "station"
  FROM "readings"
  WHERE
    "read_on" IS NOT NULL AND "station" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
