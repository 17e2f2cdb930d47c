-- In the last row of lines, kind equals 'total'; rows are counted from 1 in file order, without the header. It fails where that row is not there, or does not tell.
WITH "numbered" AS (
  SELECT
    "_row",
    "kind",
    ROW_NUMBER() OVER (ORDER BY -"_row") AS "number"
  FROM "lines"
), "places" AS (
  SELECT
    'the last row' AS "place",
    COUNT(*) AS "rows there",
    COUNT(*) FILTER(WHERE
      (
        "kind" = 'total'
      ) IS TRUE) AS "rows as told",
    ANY_VALUE("kind") AS "kind"
  FROM "numbered"
  WHERE
    "number" = 1
)
SELECT
  "place",
  "rows there",
  "rows as told",
  "kind"
FROM "places"
WHERE
  "rows as told" = 0;

-- How much the rule judges.
WITH "numbered" AS (
  SELECT
    "_row",
    "kind",
    ROW_NUMBER() OVER (ORDER BY -"_row") AS "number"
  FROM "lines"
), "places" AS (
  SELECT
    'the last row' AS "place",
    COUNT(*) AS "rows there",
    COUNT(*) FILTER(WHERE
      (
        "kind" = 'total'
      ) IS TRUE) AS "rows as told",
    ANY_VALUE("kind") AS "kind"
  FROM "numbered"
  WHERE
    "number" = 1
)
SELECT
  COUNT(*) AS "tested"
FROM "places";
