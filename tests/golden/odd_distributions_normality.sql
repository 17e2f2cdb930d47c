-- Over calls, the p-value of a Jarque-Bera test that waiting is normally distributed is at least 0.05.
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
      WHEN "varies"
      THEN EXP(
        (
          "n" / -12
        ) * (
          (
            POWER("m3", 2) / POWER("m2", 3)
          ) + (
            POWER((
              "m4" / POWER("m2", 2)
            ) - 3, 2) / 4
          )
        )
      )
    END AS "normality",
    "unreadable cells"
  FROM "moments"
), "metrics" AS (
  SELECT
    "normality",
    "unreadable cells"
  FROM "shapes"
  WHERE
    "normality" IS NOT NULL OR "unreadable cells" > 0
)
SELECT
  "normality",
  "unreadable cells"
FROM "metrics"
WHERE
  ROUND("normality", 9) < 0.05 OR "unreadable cells" > 0
ORDER BY
  "normality",
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
      WHEN "varies"
      THEN EXP(
        (
          "n" / -12
        ) * (
          (
            POWER("m3", 2) / POWER("m2", 3)
          ) + (
            POWER((
              "m4" / POWER("m2", 2)
            ) - 3, 2) / 4
          )
        )
      )
    END AS "normality",
    "unreadable cells"
  FROM "moments"
), "metrics" AS (
  SELECT
    "normality",
    "unreadable cells"
  FROM "shapes"
  WHERE
    "normality" IS NOT NULL OR "unreadable cells" > 0
)
SELECT
  COUNT(*) AS "tested"
FROM "metrics";
