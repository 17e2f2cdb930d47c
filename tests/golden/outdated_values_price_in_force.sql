-- price of every sales row is the price of the tariffs entry for its item_code that is in force on sold_on (valid_from to valid_to, both included; an empty valid_to is open); rows without one are not judged.
WITH "dated" AS (
  SELECT
    "_row",
    "sold_on",
    "price",
    "item_code",
    CAST(TRY_STRPTIME("sold_on", '%Y-%m-%d') AS DATE) AS "day"
  FROM "sales"
  WHERE
    "item_code" IS NOT NULL AND "price" IS NOT NULL AND "sold_on" IS NOT NULL
), "entries" AS (
  SELECT
    "_row",
    "item_code",
    "valid_from",
    "valid_to",
    "price"
  FROM "tariffs"
  WHERE
    "price" IS NOT NULL
), "tested" AS (
  SELECT
    "_row",
    "sold_on",
    "price",
    "item_code",
    "day"
  FROM "dated"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "entries"
      WHERE
        "entries"."item_code" = "dated"."item_code"
        AND CAST(TRY_STRPTIME("entries"."valid_from", '%Y-%m-%d') AS DATE) <= "dated"."day"
        AND (
          CAST(TRY_STRPTIME("entries"."valid_to", '%Y-%m-%d') AS DATE) >= "dated"."day"
          OR "entries"."valid_to" IS NULL
        )
    )
    OR "day" IS NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  NOT EXISTS(
    SELECT
      1
    FROM "entries"
    WHERE
      "entries"."item_code" = "tested"."item_code"
      AND CAST(TRY_STRPTIME("entries"."valid_from", '%Y-%m-%d') AS DATE) <= "tested"."day"
      AND (
        CAST(TRY_STRPTIME("entries"."valid_to", '%Y-%m-%d') AS DATE) >= "tested"."day"
        OR "entries"."valid_to" IS NULL
      )
      AND ROUND(ABS("tested"."price" - "entries"."price"), 9) = 0
  )
ORDER BY
  "_row";

-- How much the rule judges.
WITH "dated" AS (
  SELECT
    "_row",
    "sold_on",
    "price",
    "item_code",
    CAST(TRY_STRPTIME("sold_on", '%Y-%m-%d') AS DATE) AS "day"
  FROM "sales"
  WHERE
    "item_code" IS NOT NULL AND "price" IS NOT NULL AND "sold_on" IS NOT NULL
), "entries" AS (
  SELECT
    "_row",
    "item_code",
    "valid_from",
    "valid_to",
    "price"
  FROM "tariffs"
  WHERE
    "price" IS NOT NULL
), "tested" AS (
  SELECT
    "_row",
    "sold_on",
    "price",
    "item_code",
    "day"
  FROM "dated"
  WHERE
    EXISTS(
      SELECT
        1
      FROM "entries"
      WHERE
        "entries"."item_code" = "dated"."item_code"
        AND CAST(TRY_STRPTIME("entries"."valid_from", '%Y-%m-%d') AS DATE) <= "dated"."day"
        AND (
          CAST(TRY_STRPTIME("entries"."valid_to", '%Y-%m-%d') AS DATE) >= "dated"."day"
          OR "entries"."valid_to" IS NULL
        )
    )
    OR "day" IS NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
