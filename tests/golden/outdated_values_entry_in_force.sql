-- Every sales row has a tariffs entry for its item_code that is in force on sold_on (valid_from to valid_to, both included; an empty valid_to is open).
WITH "dated" AS (
  SELECT
    "_row",
    "sold_on",
    "item_code",
    CAST(TRY_STRPTIME("sold_on", '%Y-%m-%d') AS DATE) AS "day"
  FROM "sales"
  WHERE
    "item_code" IS NOT NULL AND "sold_on" IS NOT NULL
)
SELECT
  "_row"
FROM "dated"
WHERE
  NOT EXISTS(
    SELECT
      1
    FROM "tariffs"
    WHERE
      "tariffs"."item_code" = "dated"."item_code"
      AND CAST(TRY_STRPTIME("tariffs"."valid_from", '%Y-%m-%d') AS DATE) <= "dated"."day"
      AND (
        CAST(TRY_STRPTIME("tariffs"."valid_to", '%Y-%m-%d') AS DATE) >= "dated"."day"
        OR "tariffs"."valid_to" IS NULL
      )
  )
ORDER BY
  "_row";

-- How much the rule judges.
WITH "dated" AS (
  SELECT
    "_row",
    "sold_on",
    "item_code",
    CAST(TRY_STRPTIME("sold_on", '%Y-%m-%d') AS DATE) AS "day"
  FROM "sales"
  WHERE
    "item_code" IS NOT NULL AND "sold_on" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "dated";
