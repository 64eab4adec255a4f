-- What one registration writes, client n in office n: the floor of bench/registering.py.
\set place :client_id % {count} + 1
SELECT (ARRAY[{offices}]::uuid[])[:place] AS o, (ARRAY[{regions}]::uuid[])[:place] AS r,
       (ARRAY[{clerks}]::uuid[])[:place] AS c, gen_random_uuid() AS a, gen_random_uuid() AS t \gset
BEGIN;
INSERT INTO appeals_applicant (id, appeal_id, office_id, region_id, position, kind, name, sort_key, iin, bin,
        no_id_reason, address, phone, email, representative_name, representative_iin, authority_document)
    VALUES (gen_random_uuid(), :a::uuid, :o::uuid, :r::uuid, 0, 'person', 'Ахметова Гүлнар', 'ахметова',
        '850725400331', '', '', '', '', '', '', '', '');
INSERT INTO matters_term (id, created_at, office_id, region_id, subject_kind, subject_id, rule, started_on,
        due_on, state)
    VALUES (:t::uuid, now(), :o::uuid, :r::uuid, 'appeal', :a::uuid, 'appeal_consider', current_date,
        current_date + 21, 'running');
INSERT INTO matters_termevent (id, created_at, term_id, no, kind, "on", reason)
    VALUES (gen_random_uuid(), now(), :t::uuid, 1, 'start', current_date, '');
INSERT INTO documents_counter AS k (office_id, year, register, last)
    VALUES (:o::uuid, extract(year FROM current_date), 'appeal', 1)
    ON CONFLICT (office_id, register, year) DO UPDATE SET last = k.last + 1 RETURNING last AS n \gset
INSERT INTO appeals_appeal (id, register, year, number, coupon, office_id, region_id, kind, language, way,
        arrived_on, registered_on, registered_by_id, summary, attachments_note, paper_place, body_name,
        official_name, anonymous, anonymous_ground, oral, minor, detained, status, due_on, version)
    VALUES (:a::uuid, 'appeal', extract(year FROM current_date), 'B-' || :n, right(:a, 20), :o::uuid, :r::uuid,
        'complaint', 'ru', 'post', current_date, current_date, :c::uuid, '{summary}', '', '', '', '', false, '',
        false, false, false, 'registered', current_date + 21, 1);
INSERT INTO lists_searchentry (id, kind, office_id, region_id, day, number, title, vector)
    VALUES (:a::uuid, 'appeal', :o::uuid, :r::uuid, current_date, 'B-' || :n, '{summary}',
        strip(to_tsvector('russian', '{summary}')));
SELECT count(*) FROM journal_append(:o::uuid, 0::smallint, ARRAY['{body}']);
END;
