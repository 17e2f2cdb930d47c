-- In every pupils row, age equals the years from birth_date to the day of the run.
WITH "tested" AS (
  SELECT
    "_row",
    "age",
    "birth_date"
  FROM "pupils"
  WHERE
    "age" IS NOT NULL AND "birth_date" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  (
    "age" = (
      (
        YEAR(CAST($as_of AS DATE)) - YEAR(CAST(TRY_STRPTIME("birth_date", '%Y-%m-%d') AS DATE))
      ) - CAST(STRFTIME(CAST($as_of AS DATE), '%m%d') < STRFTIME(CAST(TRY_STRPTIME("birth_date", '%Y-%m-%d') AS DATE), '%m%d') AS INT)
    )
  ) IS NOT TRUE
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "age",
    "birth_date"
  FROM "pupils"
  WHERE
    "age" IS NOT NULL AND "birth_date" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
