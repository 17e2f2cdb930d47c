-- amount of bills holds values of one type, as they are written: numbers, dates, truth values or texts; flag each row whose type is not the most frequent, or of equally frequent ones the first named.
WITH "tested" AS (
  SELECT
    "_row",
    "amount"
  FROM "bills"
  WHERE
    "amount" IS NOT NULL
    AND NOT REGEXP_FULL_MATCH("amount", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
), "typed" AS (
  SELECT
    "_row",
    "amount",
    CASE
      WHEN REGEXP_FULL_MATCH(
        "amount",
        '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*([+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?)[\s\p{Z}\x0B\x1C-\x1F\x{85}]*',
        'i'
      )
      THEN 'number'
      WHEN REGEXP_FULL_MATCH(
        "amount",
        '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*(([1-9][0-9]{3}-(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|[12][0-9]|3[01])|[1-9][0-9]{3}/(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|[12][0-9]|3[01])|[1-9][0-9]{3}[.](0?[1-9]|[12][0-9]|3[01])[.](0?[1-9]|[12][0-9]|3[01])|(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|[12][0-9]|3[01])-[1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|[12][0-9]|3[01])/[1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])[.](0?[1-9]|[12][0-9]|3[01])[.][1-9][0-9]{3}|(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december) (0?[1-9]|[12][0-9]|3[01]),? [1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01]) (jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december) [1-9][0-9]{3}|(0?[1-9]|[12][0-9]|3[01])-(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|september|oct|october|nov|november|dec|december)-[1-9][0-9]{3})([t ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?( ?[ap]m)?(z|[+-][0-9]{2}(:?[0-9]{2})?)?)?)[\s\p{Z}\x0B\x1C-\x1F\x{85}]*',
        'i'
      )
      THEN 'date'
      WHEN REGEXP_FULL_MATCH(
        "amount",
        '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*(true|false)[\s\p{Z}\x0B\x1C-\x1F\x{85}]*',
        'i'
      )
      THEN 'truth value'
      WHEN NOT REGEXP_FULL_MATCH("amount", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
      THEN 'text'
    END AS "type of amount"
  FROM "tested"
), "compared" AS (
  SELECT
    "_row",
    "amount",
    "type of amount",
    CASE
      WHEN COUNT(*) FILTER(WHERE
        "type of amount" = 'number') OVER () = GREATEST(
        COUNT(*) FILTER(WHERE
          "type of amount" = 'number') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'date') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'truth value') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'text') OVER ()
      )
      THEN 'number'
      WHEN COUNT(*) FILTER(WHERE
        "type of amount" = 'date') OVER () = GREATEST(
        COUNT(*) FILTER(WHERE
          "type of amount" = 'number') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'date') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'truth value') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'text') OVER ()
      )
      THEN 'date'
      WHEN COUNT(*) FILTER(WHERE
        "type of amount" = 'truth value') OVER () = GREATEST(
        COUNT(*) FILTER(WHERE
          "type of amount" = 'number') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'date') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'truth value') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'text') OVER ()
      )
      THEN 'truth value'
      WHEN COUNT(*) FILTER(WHERE
        "type of amount" = 'text') OVER () = GREATEST(
        COUNT(*) FILTER(WHERE
          "type of amount" = 'number') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'date') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'truth value') OVER (),
        COUNT(*) FILTER(WHERE
          "type of amount" = 'text') OVER ()
      )
      THEN 'text'
    END AS "usual type of amount"
  FROM "typed"
)
SELECT
  "_row"
FROM "compared"
WHERE
  "type of amount" <> "usual type of amount"
ORDER BY
  "_row";

-- How much the rule judges.
WITH "tested" AS (
  SELECT
    "_row",
    "amount"
  FROM "bills"
  WHERE
    "amount" IS NOT NULL
    AND NOT REGEXP_FULL_MATCH("amount", '[\s\p{Z}\x0B\x1C-\x1F\x{85}]*')
)
SELECT
  COUNT(*) AS "tested"
FROM "tested";
