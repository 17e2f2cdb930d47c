-- Of no two taxes rows with the same state has one a greater salary and a smaller rate than the other; flag the row with the greater salary.
WITH "tested" AS (
  SELECT
    "_row",
    "salary",
    "rate",
    "state"
  FROM "taxes"
  WHERE
    "salary" IS NOT NULL AND "rate" IS NOT NULL AND "state" IS NOT NULL
), "ranked" AS (
  SELECT
    "_row",
    "salary",
    "rate",
    "state",
    "salary" AS "above",
    "rate" AS "below"
  FROM "tested"
), "others" AS (
  SELECT
    "_row",
    "salary",
    "rate",
    "state",
    "above",
    "below"
  FROM "ranked"
)
SELECT
  "_row"
FROM "ranked"
WHERE
  EXISTS(
    SELECT
      1
    FROM "others"
    WHERE
      "others"."state" = "ranked"."state"
      AND "others"."above" < "ranked"."above"
      AND "others"."below" > "ranked"."below"
  )
  OR "above" IS NULL
  OR "below" IS NULL
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "salary",
    "rate",
    "state"
  FROM "taxes"
  WHERE
    "salary" IS NOT NULL AND "rate" IS NOT NULL AND "state" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
