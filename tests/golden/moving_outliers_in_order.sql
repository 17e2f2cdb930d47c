-- level of readings lies within 2 sample standard deviations of the mean of the 4 rows before it, in the order of day; flag each row that does not. Rows with fewer rows before them are not judged.
WITH "tested" AS (
  SELECT
    "_row",
    "level",
    "day"
  FROM "readings"
  WHERE
    "level" IS NOT NULL AND "day" IS NOT NULL
), "windowed" AS (
  SELECT
    "_row",
    "level",
    "day",
    COUNT("level") OVER (
      PARTITION BY "level" IS NULL, TRY_STRPTIME("day", '%Y-%m-%d') IS NULL
      ORDER BY TRY_STRPTIME("day", '%Y-%m-%d'), "_row"
      ROWS BETWEEN 4 PRECEDING AND 1 PRECEDING
    ) AS "rows before",
    AVG("level") OVER (
      PARTITION BY "level" IS NULL, TRY_STRPTIME("day", '%Y-%m-%d') IS NULL
      ORDER BY TRY_STRPTIME("day", '%Y-%m-%d'), "_row"
      ROWS BETWEEN 4 PRECEDING AND 1 PRECEDING
    ) AS "mean before",
    STDDEV_SAMP("level") OVER (
      PARTITION BY "level" IS NULL, TRY_STRPTIME("day", '%Y-%m-%d') IS NULL
      ORDER BY TRY_STRPTIME("day", '%Y-%m-%d'), "_row"
      ROWS BETWEEN 4 PRECEDING AND 1 PRECEDING
    ) AS "spread before"
  FROM "tested"
), "judged" AS (
  SELECT
    "_row",
    "level",
    "day",
    "rows before",
    "mean before",
    "spread before"
  FROM "windowed"
  WHERE
    "rows before" = 4 OR "level" IS NULL OR TRY_STRPTIME("day", '%Y-%m-%d') IS NULL
)
SELECT
  "_row"
FROM "judged"
WHERE
  ROUND(ABS("level" - "mean before") - (
    2.0 * "spread before"
  ), 9) > 0
  OR "level" IS NULL
  OR TRY_STRPTIME("day", '%Y-%m-%d') IS NULL
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "level",
    "day"
  FROM "readings"
  WHERE
    "level" IS NOT NULL AND "day" IS NOT NULL
), "windowed" AS (
  SELECT
    "_row",
    "level",
    "day",
    COUNT("level") OVER (
      PARTITION BY "level" IS NULL, TRY_STRPTIME("day", '%Y-%m-%d') IS NULL
      ORDER BY TRY_STRPTIME("day", '%Y-%m-%d'), "_row"
      ROWS BETWEEN 4 PRECEDING AND 1 PRECEDING
    ) AS "rows before",
    AVG("level") OVER (
      PARTITION BY "level" IS NULL, TRY_STRPTIME("day", '%Y-%m-%d') IS NULL
      ORDER BY TRY_STRPTIME("day", '%Y-%m-%d'), "_row"
      ROWS BETWEEN 4 PRECEDING AND 1 PRECEDING
    ) AS "mean before",
    STDDEV_SAMP("level") OVER (
      PARTITION BY "level" IS NULL, TRY_STRPTIME("day", '%Y-%m-%d') IS NULL
      ORDER BY TRY_STRPTIME("day", '%Y-%m-%d'), "_row"
      ROWS BETWEEN 4 PRECEDING AND 1 PRECEDING
    ) AS "spread before"
  FROM "tested"
), "judged" AS (
  SELECT
    "_row",
    "level",
    "day",
    "rows before",
    "mean before",
    "spread before"
  FROM "windowed"
  WHERE
    "rows before" = 4 OR "level" IS NULL OR TRY_STRPTIME("day", '%Y-%m-%d') IS NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "judged";
