-- In every posts row, tags is a list without repeats, split at ','.
WITH "tested" AS (
  SELECT
    "_row",
    "tags"
  FROM "posts"
  WHERE
    "tags" IS NOT NULL
)
SELECT
  "_row"
FROM "tested"
WHERE
  NOT HAS_FORMAT("tags", 'listed_once ,')
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "tags"
  FROM "posts"
  WHERE
    "tags" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
