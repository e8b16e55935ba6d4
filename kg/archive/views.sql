-- For reading: names beside ids, the quote and where it stands beside every fact.

-- Every fact once: relations, attributes, and the roles of events.
CREATE VIEW facts AS
SELECT c.id, CASE WHEN c.value IS NULL THEN 'relation' ELSE 'attribute' END AS family, s.name AS subject_name, c.predicate,
    o.name AS object_name, c.value, c.qualifiers_json AS qualifiers, c.status, c.confidence, e.quote, a.headline, a.date,
    p.newspaper, p.name AS page, c.subject, c.object, a.id AS article, c.rule
FROM claims c
JOIN entities s ON s.id = c.subject
LEFT JOIN entities o ON o.id = c.object
JOIN evidence e ON e.number = c.evidence
JOIN articles a ON a.number = c.article
JOIN pages p ON p.number = a.page
WHERE NOT c.is_repeat
UNION ALL
SELECT r.id, 'role', s.name, r.role, v.name, NULL, '{}', v.status, v.confidence, e.quote, a.headline, a.date,
    p.newspaper, p.name, r.entity, v.id, a.id, v.rule
FROM participants r
JOIN events v ON v.number = r.event
JOIN entities s ON s.id = r.entity
JOIN evidence e ON e.number = v.evidence
JOIN articles a ON a.number = v.article
JOIN pages p ON p.number = a.page
WHERE NOT r.is_repeat;

-- Who is tied to a thing that can be shared, denied facts left out; behind who_with_whom.
CREATE VIEW ties AS
SELECT x.id AS actor, x.name AS actor_name, t.id AS thing, t.name AS thing_name, t.type AS thing_type, c.predicate, e.quote, c.article
FROM claims c
JOIN entities x ON x.id = c.subject AND x.type IN ('person', 'company', 'agency', 'institution')
JOIN entities t ON t.id = c.object AND t.type IN ('project', 'facility', 'programme', 'zone')
JOIN evidence e ON e.number = c.evidence
WHERE c.status <> 'denied' AND NOT c.is_repeat
UNION ALL
SELECT x.id, x.name, t.id, t.name, t.type, c.predicate, e.quote, c.article
FROM claims c
JOIN entities x ON x.id = c.object AND x.type IN ('person', 'company', 'agency', 'institution')
JOIN entities t ON t.id = c.subject AND t.type IN ('project', 'facility', 'programme', 'zone')
JOIN evidence e ON e.number = c.evidence
WHERE c.status <> 'denied' AND NOT c.is_repeat
UNION ALL
SELECT x.id, x.name, v.id, v.name, 'event', r.role, e.quote, v.article
FROM participants r
JOIN entities x ON x.id = r.entity AND x.type IN ('person', 'company', 'agency', 'institution')
JOIN events v ON v.number = r.event
JOIN evidence e ON e.number = v.evidence
WHERE v.status <> 'denied' AND r.role <> 'place' AND NOT r.is_repeat;

-- People and organisations, two by two: tied directly (through NULL) or through what both are tied to.
CREATE VIEW who_with_whom AS
SELECT x.name AS a_name, y.name AS b_name, NULL AS through_name, NULL AS through_type, c.predicate AS a_role, c.predicate AS b_role,
    e.quote, NULL AS b_quote, r.date, x.id AS a, y.id AS b, NULL AS through
FROM claims c
JOIN entities x ON x.id = c.subject AND x.type IN ('person', 'company', 'agency', 'institution')
JOIN entities y ON y.id = c.object AND y.type IN ('person', 'company', 'agency', 'institution')
JOIN evidence e ON e.number = c.evidence
JOIN articles r ON r.number = c.article
WHERE c.status <> 'denied' AND NOT c.is_repeat AND x.id <> y.id
UNION ALL
SELECT one.actor_name, two.actor_name, one.thing_name, one.thing_type, one.predicate, two.predicate, one.quote, two.quote, r.date,
    one.actor, two.actor, one.thing
FROM ties one
JOIN ties two ON two.thing = one.thing AND two.actor > one.actor
JOIN articles r ON r.number = one.article;

-- What became of projects and facilities, step by step.
CREATE VIEW project_timeline AS
SELECT n.name AS project, s.stage, coalesce(s.date, s.reported) AS date, s.printed, s.planned, e.quote, a.headline, a.date AS reported,
    p.newspaper, p.name AS page, s.entity
FROM steps s
JOIN entities n ON n.id = s.entity
LEFT JOIN claims c ON c.number = s.claim
LEFT JOIN events v ON v.number = s.event
JOIN evidence e ON e.number = coalesce(c.evidence, v.evidence)
JOIN articles a ON a.number = coalesce(c.article, v.article)
JOIN pages p ON p.number = a.page
ORDER BY n.name, s.entity, coalesce(s.date, s.reported), s.number;

-- Who holds, held or is to hold which post.
CREATE VIEW posts AS
SELECT s.name AS person, json_extract(c.qualifiers_json, '$.title') AS title, o.name AS body, c.status, e.quote, a.headline, a.date, p.newspaper, p.name AS page, c.subject, c.object, c.id
FROM claims c
JOIN entities s ON s.id = c.subject
LEFT JOIN entities o ON o.id = c.object
JOIN evidence e ON e.number = c.evidence
JOIN articles a ON a.number = c.article
JOIN pages p ON p.number = a.page
WHERE c.predicate = 'holds_post' AND NOT c.is_repeat;

-- Every sum: as printed, and what it amounts to in its currency.
CREATE VIEW money AS
SELECT s.name AS subject_name, c.predicate, o.name AS object_name, coalesce(c.value, json_extract(c.qualifiers_json, '$.amount')) AS printed, c.amount, c.unit, c.status, e.quote,
    a.headline, a.date, p.newspaper, p.name AS page, c.subject, c.object, c.id
FROM claims c
JOIN entities s ON s.id = c.subject
LEFT JOIN entities o ON o.id = c.object
JOIN evidence e ON e.number = c.evidence
JOIN articles a ON a.number = c.article
JOIN pages p ON p.number = a.page
WHERE c.dimension = 'money' AND NOT c.is_repeat;

-- Where the characters of pages from PDF and pictures stand: offsets of the page's text, edges in units of its sheet from the top left.
CREATE VIEW boxes AS
SELECT p.number AS page, json_extract(r.value, '$[0]') AS start, json_extract(r.value, '$[1]') AS "end", json_extract(r.value, '$[2]') AS "left",
    json_extract(r.value, '$[3]') AS top, json_extract(r.value, '$[4]') AS "right", json_extract(r.value, '$[5]') AS bottom
FROM pages p, json_each(p.sheet_json, '$.runs') r;
