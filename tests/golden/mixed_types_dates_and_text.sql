-- due of bills holds values of one type, as they are written: dates or texts (texts are all that is none of the others); flag each row whose type is not the most frequent, or of equally frequent ones the first named.
WITH "tested" AS (
  SELECT
    "_row",
    "due"
  FROM "bills"
  WHERE
    "due" IS NOT NULL
    AND NOT REGEXP_FULL_MATCH("due", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
), "typed" AS (
  SELECT
    "_row",
    "due",
    CASE
      WHEN REGEXP_FULL_MATCH(
        "due",
        '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*(([1-9][0-9]{3}-(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|[12][0-9]|3[01])|[1-9][0-9]{3}/(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|[12][0-9]|3[01])|[1-9][0-9]{3}[.](0?[1-9]|[12][0-9]|3[01])[.](0?[1-9]|[12][0-9]|3[01])|(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|[12][0-9]|3[01])-[1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|[12][0-9]|3[01])/[1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])[.](0?[1-9]|[12][0-9]|3[01])[.][1-9][0-9]{3}|(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december) (0?[1-9]|[12][0-9]|3[01]),? [1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01]) (jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december) [1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])-(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december)-[1-9][0-9]{3})([t ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?( ?[ap]m)?(z|[+-][0-9]{2}(:?[0-9]{2})?)?)?)[\s\p{Z}\x0B\x1C-\x1F\x{85}]*',
        'i'
      )
      THEN 'date'
      WHEN NOT REGEXP_FULL_MATCH("due", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
      THEN 'text'
    END AS "type of due"
  FROM "tested"
), "compared" AS (
  SELECT
    "_row",
    "due",
    "type of due",
    CASE
      WHEN COUNT(*) FILTER(WHERE
        "type of due" = 'date') OVER () = GREATEST(
        COUNT(*) FILTER(WHERE
          "type of due" = 'date') OVER (),
        COUNT(*) FILTER(WHERE
          "type of due" = 'text') OVER ()
      )
      THEN 'date'
      WHEN COUNT(*) FILTER(WHERE
        "type of due" = 'text') OVER () = GREATEST(
        COUNT(*) FILTER(WHERE
          "type of due" = 'date') OVER (),
        COUNT(*) FILTER(WHERE
          "type of due" = 'text') OVER ()
      )
      THEN 'text'
    END AS "usual type of due"
  FROM "typed"
)
SELECT
  "_row"
FROM "compared"
WHERE
  "type of due" <> "usual type of due"
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "due"
  FROM "bills"
  WHERE
    "due" IS NOT NULL
    AND NOT REGEXP_FULL_MATCH("due", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
