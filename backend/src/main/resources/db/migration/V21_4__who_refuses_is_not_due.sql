-- A home that refuses visits is not due and owes nothing; it is shown as refusing.

CREATE OR REPLACE VIEW counted_due AS
  WITH clock AS MATERIALIZED (SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS today)
SELECT p.household, p.path, p.street, p.community, p.grid, p.class, p.due_on, p.last_visit_at, p.last_tried_at,
       CASE WHEN p.due_on IS NULL THEN 'LEFT_OUT'
            WHEN c.state IN ('REFUSED', 'REFUSED_TWICE') THEN 'REFUSED'
            WHEN p.due_on < clock.today THEN 'OVERDUE'
            WHEN p.due_on - p.notice <= clock.today THEN 'DUE'
            ELSE 'NOT_YET' END AS state,
       CASE WHEN c.state IN ('REFUSED', 'REFUSED_TWICE') THEN 0
            ELSE programme_owed(p.due_on, clock.today, p.months, p.days) END AS owed,
       CASE WHEN c.state IN ('REFUSED', 'REFUSED_TWICE') THEN 0 ELSE greatest(clock.today - p.due_on, 0) END AS days_late
  FROM programme_home p
 CROSS JOIN clock
  LEFT JOIN counted_consent c ON c.household = p.household;
