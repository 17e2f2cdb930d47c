-- Of the filled side cells of draws, the shares are 'L' 50%, 'R' 50%, as far as a chi-square test can tell (p-value at least 0.05).
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
  "chi-square",
  "limit"
FROM (
  SELECT
    SUM(
      CASE
        WHEN "share wanted" = 0
        THEN CAST('infinity' AS DOUBLE)
        ELSE POWER("rows" - (
          "share wanted" * "all rows"
        ), 2) / (
          "share wanted" * "all rows"
        )
      END
    ) AS "chi-square",
    3.84145882069 AS "limit"
  FROM "compared"
) AS "test"
WHERE
  "chi-square" > "limit";

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
