-- What the store held when no page printed after a day was known: temporary tables laid over its own, so that every look-up asks them.
-- Who is who and what a thing is filed under is as the whole archive knows it. temp.printed and temp.printed_pages are filled before.

CREATE TEMP VIEW pages AS SELECT * FROM main.pages WHERE number IN (SELECT page FROM temp.printed_pages);
CREATE TEMP VIEW articles AS SELECT * FROM main.articles WHERE number IN (SELECT article FROM temp.printed);
CREATE TEMP VIEW bylines AS SELECT * FROM main.bylines WHERE article IN (SELECT article FROM temp.printed);
CREATE TEMP VIEW mentions AS SELECT * FROM main.mentions WHERE article IN (SELECT article FROM temp.printed);
CREATE TEMP VIEW evidence AS SELECT * FROM main.evidence WHERE article IN (SELECT article FROM temp.printed);
CREATE TEMP VIEW claims AS SELECT * FROM main.claims WHERE article IN (SELECT article FROM temp.printed);
CREATE TEMP VIEW events AS SELECT * FROM main.events WHERE article IN (SELECT article FROM temp.printed);
CREATE TEMP VIEW participants AS SELECT r.* FROM main.participants r
WHERE EXISTS (SELECT 1 FROM main.events v WHERE v.number = r.event AND v.article IN (SELECT article FROM temp.printed));

-- Things that a page named until then. What counts or places them is counted anew; what a later page suggests of a place is left out.
CREATE TEMP VIEW entities AS
SELECT n.number, n.id, n.type, n.name, n.scope,
    (SELECT CASE WHEN count(*) THEN json_group_array(s.object) END FROM (
        SELECT c.object FROM claims c WHERE c.subject = n.id AND c.predicate = 'located_in' AND c.object IS NOT NULL
        AND c.status NOT IN ('denied', 'former', 'planned') GROUP BY c.object ORDER BY min(c.number)) s) AS located_in_json,
    CASE WHEN n.seen_in IS NOT NULL THEN (SELECT min(m.article) FROM mentions m WHERE m.entity = n.id) END AS seen_in,
    n.seen_in_city,
    (SELECT count(*) FROM mentions m WHERE m.entity = n.id) AS n_mentions,
    (SELECT count(DISTINCT m.article) FROM mentions m WHERE m.entity = n.id) AS n_articles,
    (SELECT count(*) FROM (
        SELECT object FROM claims WHERE subject = n.id AND object IS NOT NULL AND object <> n.id
        UNION SELECT subject FROM claims WHERE object = n.id AND subject <> n.id
        UNION SELECT v.id FROM participants r JOIN events v ON v.number = r.event WHERE r.entity = n.id)) AS n_neighbours
FROM main.entities n
WHERE EXISTS (SELECT 1 FROM main.mentions m WHERE m.entity = n.id AND m.article IN (SELECT article FROM temp.printed));

CREATE TEMP VIEW aliases AS SELECT a.* FROM main.aliases a
WHERE CASE WHEN a.entity IS NULL THEN a.event IN (SELECT number FROM events)
    WHEN a.place = 0 THEN EXISTS (SELECT 1 FROM mentions m WHERE m.entity = a.entity)
    ELSE EXISTS (SELECT 1 FROM mentions m WHERE m.entity = a.entity AND a.name IN (m.surface, m.name, m.printed)) END;
CREATE TEMP VIEW old_ids AS SELECT o.* FROM main.old_ids o WHERE o.entity IN (SELECT id FROM entities);
CREATE TEMP VIEW joins AS SELECT j.* FROM main.joins j
WHERE EXISTS (SELECT 1 FROM mentions m WHERE m.number = j."left") AND EXISTS (SELECT 1 FROM mentions m WHERE m.number = j."right");
CREATE TEMP VIEW steps AS SELECT s.* FROM main.steps s
WHERE EXISTS (SELECT 1 FROM claims c WHERE c.number = s.claim) OR EXISTS (SELECT 1 FROM events v WHERE v.number = s.event);
CREATE TEMP VIEW rejected AS SELECT r.* FROM main.rejected r
WHERE r.reading IS NULL OR EXISTS (SELECT 1 FROM articles a WHERE a.reading = r.reading);
