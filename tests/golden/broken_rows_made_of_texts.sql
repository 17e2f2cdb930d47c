-- In every permits row, code is the text of country, then '-', then number.
WITH "tested" AS (
  SELECT
    "_row",
    "code",
    "country",
    "number"
  FROM "permits"
  WHERE
    "code" IS NOT NULL AND "country" IS NOT NULL AND "number" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  "code" <> CONCAT("country", '-', "number")
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "code",
    "country",
    "number"
  FROM "permits"
  WHERE
    "code" IS NOT NULL AND "country" IS NOT NULL AND "number" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
