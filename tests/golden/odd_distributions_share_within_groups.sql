-- Within each box of balls, the share of rows that each colour has is at most 0.5.
WITH "filled" AS (
  SELECT
    "_row",
    "colour",
    "box"
  FROM "balls"
  WHERE
    "colour" IS NOT NULL AND "box" IS NOT NULL
), "counts" AS (
  SELECT
    "box",
    "colour",
    COUNT(*) AS "rows"
  FROM "filled"
  GROUP BY
    "box",
    "colour"
), "metrics" AS (
  SELECT
    "box",
    "colour",
    "rows",
    "rows" / (
      SELECT
        COUNT(*)
      FROM "balls" AS "every_row"
      WHERE
        "every_row"."box" = "counts"."box"
    ) AS "each share"
  FROM "counts"
)
SELECT
  "box",
  "colour",
  "rows",
  "each share"
FROM "metrics"
WHERE
  "each share" > 0.5
ORDER BY
  "box",
  "colour",
  "rows",
  "each share";

-- How much the rule judges.
WITH "filled" AS (
  SELECT
    "_row",
    "colour",
    "box"
  FROM "balls"
  WHERE
    "colour" IS NOT NULL AND "box" IS NOT NULL
), "counts" AS (
  SELECT
    "box",
    "colour",
    COUNT(*) AS "rows"
  FROM "filled"
  GROUP BY
    "box",
    "colour"
), "metrics" AS (
  SELECT
    "box",
    "colour",
    "rows",
    "rows" / (
      SELECT
        COUNT(*)
      FROM "balls" AS "every_row"
      WHERE
        "every_row"."box" = "counts"."box"
    ) AS "each share"
  FROM "counts"
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
