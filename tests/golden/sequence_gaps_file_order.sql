-- cheque_no of cheques starts at 1 and grows by 1 from row to row in file order; flag each row that does not follow the one before.
WITH "tested" AS (
  SELECT
    "_row",
    "cheque_no"
  FROM "cheques"
  WHERE
    "cheque_no" IS NOT NULL
), "numbered" AS (
  SELECT
    "_row",
    "cheque_no",
    "cheque_no" AS "number"
  FROM "tested"
), "compared" AS (
  SELECT
    "_row",
    "cheque_no",
    "number",
    LAG("number") OVER (ORDER BY "_row") AS "before",
    ROW_NUMBER() OVER (ORDER BY "_row") AS "place"
  FROM "numbered"
)
SELECT
  "_row"
FROM "compared"
WHERE
  (
    "number" IS NOT NULL
    AND (
      "number" = (
        "before" + 1
      )
      OR (
        "before" IS NULL AND (
          "number" = 1 OR "place" > 1
        )
      )
    )
  ) IS NOT TRUE
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "cheque_no"
  FROM "cheques"
  WHERE
    "cheque_no" IS NOT NULL
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
