-- level of readings lies within 1.5 interquartile ranges of the first and third quartile; flag each row that does not.
WITH "tested" AS (
  SELECT
    "_row",
    "level"
  FROM "readings"
  WHERE
    "level" IS NOT NULL
), "compared" AS (
  SELECT
    "_row",
    "level",
    QUANTILE_CONT("level", 0.25) OVER () AS "first quartile",
    QUANTILE_CONT("level", 0.75) OVER () AS "third quartile"
  FROM "tested"
)
SELECT
  "_row"
FROM "compared"
WHERE
  "level" IS NULL
  OR (
    ROUND(
      (
        "first quartile" - (
          1.5 * (
            "third quartile" - "first quartile"
          )
        )
      ) - "level",
      9
    ) > 0
    OR ROUND(
      "level" - (
        "third quartile" + (
          1.5 * (
            "third quartile" - "first quartile"
          )
        )
      ),
      9
    ) > 0
  )
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "level"
  FROM "readings"
  WHERE
    "level" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
