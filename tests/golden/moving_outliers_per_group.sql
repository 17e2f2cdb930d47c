-- level of readings lies within 3 sample standard deviations of the mean of the 3 rows before it, in file order within each pump; flag each row that does not. Rows with fewer rows before them are not judged.
WITH "tested" AS (
  SELECT
    "_row",
    "level",
    "pump"
  FROM "readings"
  WHERE
    "level" IS NOT NULL AND "pump" IS NOT NULL
), "windowed" AS (
  SELECT
    "_row",
    "level",
    "pump",
    COUNT("level") OVER (
      PARTITION BY "pump", "level" IS NULL
      ORDER BY "_row"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "rows before",
    AVG("level") OVER (
      PARTITION BY "pump", "level" IS NULL
      ORDER BY "_row"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "mean before",
    STDDEV_SAMP("level") OVER (
      PARTITION BY "pump", "level" IS NULL
      ORDER BY "_row"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "spread before"
  FROM "tested"
), "judged" AS (
  SELECT
    "_row",
    "level",
    "pump",
    "rows before",
    "mean before",
    "spread before"
  FROM "windowed"
  WHERE
    "rows before" = 3 OR "level" IS NULL
)
SELECT
  "_row"
FROM "judged"
WHERE
  ROUND(ABS("level" - "mean before") - (
    3.0 * "spread before"
  ), 9) > 0
  OR "level" IS NULL
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "level",
    "pump"
  FROM "readings"
  WHERE
    "level" IS NOT NULL AND "pump" IS NOT NULL
), "windowed" AS (
  SELECT
    "_row",
    "level",
    "pump",
    COUNT("level") OVER (
      PARTITION BY "pump", "level" IS NULL
      ORDER BY "_row"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "rows before",
    AVG("level") OVER (
      PARTITION BY "pump", "level" IS NULL
      ORDER BY "_row"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "mean before",
    STDDEV_SAMP("level") OVER (
      PARTITION BY "pump", "level" IS NULL
      ORDER BY "_row"
      ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING
    ) AS "spread before"
  FROM "tested"
), "judged" AS (
  SELECT
    "_row",
    "level",
    "pump",
    "rows before",
    "mean before",
    "spread before"
  FROM "windowed"
  WHERE
    "rows before" = 3 OR "level" IS NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "judged";
