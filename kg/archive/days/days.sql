-- The day of each page, as kg.archive.days.dated says; NULL where not even the year is known. Then empty lists of what was printed until a day.

CREATE TEMP TABLE days AS
SELECT p.number AS page, substr(coalesce(
    CASE WHEN p.date GLOB '[12][0-9][0-9][0-9]*' THEN p.date END,
    (SELECT max(a.date) FROM main.articles a WHERE a.page = p.number AND a.date GLOB '[12][0-9][0-9][0-9]-*-*'),
    CASE WHEN p.year GLOB '[12][0-9][0-9][0-9]*' THEN p.year END) || '-99-99', 1, 10) AS day
FROM main.pages p;
CREATE TEMP TABLE printed_pages (page INTEGER PRIMARY KEY);
CREATE TEMP TABLE printed (article INTEGER PRIMARY KEY);
