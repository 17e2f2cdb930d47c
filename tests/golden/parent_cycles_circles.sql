-- Following parent_id to the parts row with that part_id, and so on, never leads back to the same row; flag each row of a circle, and each row that leads to itself.
WITH RECURSIVE "tested" AS (
  SELECT
    "_row",
    "parent_id",
    "part_id"
  FROM "parts"
  WHERE
    "parent_id" IS NOT NULL AND "part_id" IS NOT NULL
), "keyed" AS (
  SELECT
    "_row",
    "part_id" AS "key",
    "tested"."parent_id" AS "parent",
    COUNT(*) OVER (PARTITION BY "part_id") AS "times"
  FROM "tested"
), "unique" AS (
  SELECT
    "_row",
    "key",
    "parent"
  FROM "keyed"
  WHERE
    CASE WHEN "times" > 1 THEN ERROR('part_id of parts occurs twice') ELSE TRUE END
), "ending" AS (
  SELECT
    "key"
  FROM "unique"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "unique" AS "parents"
      WHERE
        "parents"."key" = "unique"."parent"
    )
  UNION ALL
  SELECT
    "unique"."key"
  FROM "unique"
  JOIN "ending"
    ON "unique"."parent" = "ending"."key"
), "endless" AS (
  SELECT
    "_row",
    "key",
    "parent"
  FROM "unique"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "ending"
      WHERE
        "ending"."key" = "unique"."key"
    )
), "way" AS (
  SELECT
    "key" AS "start",
    "parent" AS "at"
  FROM "endless"
  UNION
  SELECT
    "way"."start",
    "endless"."parent"
  FROM "way"
  JOIN "endless"
    ON "endless"."key" = "way"."at"
)
SELECT
  "_row"
FROM "endless"
WHERE
  EXISTS(
    SELECT
      1
    FROM "way"
    WHERE
      "way"."start" = "endless"."key" AND "way"."at" = "endless"."key"
  )
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "parent_id",
    "part_id"
  FROM "parts"
  WHERE
    "parent_id" IS NOT NULL AND "part_id" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
