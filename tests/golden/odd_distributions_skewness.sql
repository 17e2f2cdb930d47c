-- Over calls, the skewness of waiting is at least -1 and at most 1.
WITH "filled" AS (
  SELECT
    "_row",
    "waiting"
  FROM "calls"
  WHERE
    "waiting" IS NOT NULL
), "numbers" AS (
  SELECT
    "_row",
    "waiting",
    "waiting" AS "number"
  FROM "filled"
), "centred" AS (
  SELECT
    "_row",
    "waiting",
    "number",
    "number" - AVG("number") OVER () AS "distance"
  FROM "numbers"
), "moments" AS (
  SELECT
    COUNT("number") AS "n",
    AVG(POWER("distance", 2)) AS "m2",
    AVG(POWER("distance", 3)) AS "m3",
    AVG(POWER("distance", 4)) AS "m4",
    MIN("number") < MAX("number") AS "varies",
    COUNT(*) FILTER(WHERE
      "number" IS NULL) AS "unreadable cells"
  FROM "centred"
  HAVING
    COUNT(*) > 0
), "shapes" AS (
  SELECT
    CASE
      WHEN "n" >= 3 AND "varies"
      THEN (
        SQRT("n" * (
          "n" - 1
        )) / (
          "n" - 2
        )
      ) * (
        "m3" / POWER("m2", 1.5)
      )
    END AS "skewness",
    "unreadable cells"
  FROM "moments"
), "metrics" AS (
  SELECT
    "skewness",
    "unreadable cells"
  FROM "shapes"
  WHERE
    "skewness" IS NOT NULL OR "unreadable cells" > 0
)
SELECT
  "skewness",
  "unreadable cells"
FROM "metrics"
WHERE
  ROUND("skewness", 9) < -1.0
  OR ROUND("skewness", 9) > 1.0
  OR "unreadable cells" > 0
ORDER BY
  "skewness",
  "unreadable cells";

-- How much the rule judges.
WITH "filled" AS (
  SELECT
    "_row",
    "waiting"
  FROM "calls"
  WHERE
    "waiting" IS NOT NULL
), "numbers" AS (
  SELECT
    "_row",
    "waiting",
    "waiting" AS "number"
  FROM "filled"
), "centred" AS (
  SELECT
    "_row",
    "waiting",
    "number",
    "number" - AVG("number") OVER () AS "distance"
  FROM "numbers"
), "moments" AS (
  SELECT
    COUNT("number") AS "n",
    AVG(POWER("distance", 2)) AS "m2",
    AVG(POWER("distance", 3)) AS "m3",
    AVG(POWER("distance", 4)) AS "m4",
    MIN("number") < MAX("number") AS "varies",
    COUNT(*) FILTER(WHERE
      "number" IS NULL) AS "unreadable cells"
  FROM "centred"
  HAVING
    COUNT(*) > 0
), "shapes" AS (
  SELECT
    CASE
      WHEN "n" >= 3 AND "varies"
      THEN (
        SQRT("n" * (
          "n" - 1
        )) / (
          "n" - 2
        )
      ) * (
        "m3" / POWER("m2", 1.5)
      )
    END AS "skewness",
    "unreadable cells"
  FROM "moments"
), "metrics" AS (
  SELECT
    "skewness",
    "unreadable cells"
  FROM "shapes"
  WHERE
    "skewness" IS NOT NULL OR "unreadable cells" > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
