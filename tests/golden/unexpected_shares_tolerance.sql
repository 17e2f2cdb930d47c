-- Of the filled side cells of draws, the shares are 'L' 50%, 'R' 50%, give or take 10 percentage points; each value that differs is reported.
WITH "tested" AS (
  SELECT
    "_row",
    "side"
  FROM "draws"
  WHERE
    "side" IS NOT NULL
), "counts" AS (
  SELECT
    "side" AS "value",
    COUNT(*) AS "rows"
  FROM "tested"
  GROUP BY
    "side"
), "wanted" AS (
  SELECT
    "value",
    "share wanted"
  FROM (VALUES
    ('L', CAST(0.5 AS DOUBLE)),
    ('R', CAST(0.5 AS DOUBLE))) AS "listed"("value", "share wanted")
), "values" AS (
  SELECT
    "value",
    COALESCE("rows", 0) AS "rows",
    COALESCE("share wanted", 0) AS "share wanted"
  FROM "counts"
  FULL JOIN "wanted"
    USING ("value")
  WHERE
    EXISTS(
      SELECT
        1
      FROM "counts"
    )
), "compared" AS (
  SELECT
    "value",
    "rows",
    "share wanted",
    SUM("rows") OVER () AS "all rows"
  FROM "values"
)
SELECT
  "value" AS "side",
  "rows",
  "share wanted",
  "rows" / "all rows" AS "share"
FROM "compared"
WHERE
  ROUND(ABS((
    "rows" / "all rows"
  ) - "share wanted"), 9) > 0.1
  OR "share wanted" = 0
ORDER BY
  "compared"."value";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "side"
  FROM "draws"
  WHERE
    "side" IS NOT NULL
), "counts" AS (
  SELECT
    "side" AS "value",
    COUNT(*) AS "rows"
  FROM "tested"
  GROUP BY
    "side"
), "wanted" AS (
  SELECT
    "value",
    "share wanted"
  FROM (VALUES
    ('L', CAST(0.5 AS DOUBLE)),
    ('R', CAST(0.5 AS DOUBLE))) AS "listed"("value", "share wanted")
), "values" AS (
  SELECT
    "value",
    COALESCE("rows", 0) AS "rows",
    COALESCE("share wanted", 0) AS "share wanted"
  FROM "counts"
  FULL JOIN "wanted"
    USING ("value")
  WHERE
    EXISTS(
      SELECT
        1
      FROM "counts"
    )
)
SELECT
  COUNT(*) AS "tested"
FROM "values";
