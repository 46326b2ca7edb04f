-- How the tables of a city lie on Citus. On the coordinator, once, on a database that is migrated and still empty.
-- Not executable today: primary keys and foreign keys must hold the street first (README.md says what changes). The lists here and
-- in tables.csv are held to each other and to the schema by a test.

CREATE EXTENSION IF NOT EXISTS citus;
-- Append-only tables guard themselves by triggers, which look at their own row alone.
SET citus.enable_unsafe_triggers = on;

-- Read everywhere, changed seldom: a copy on each node.
SELECT create_reference_table('account');
SELECT create_reference_table('account_home');
SELECT create_reference_table('account_post');
SELECT create_reference_table('calendar_day');
SELECT create_reference_table('calendar_notice');
SELECT create_reference_table('category');
SELECT create_reference_table('category_version');
SELECT create_reference_table('community_version');
SELECT create_reference_table('deadline_policy');
SELECT create_reference_table('employee_binding');
SELECT create_reference_table('erasure');
SELECT create_reference_table('official_account_follower');
SELECT create_reference_table('oversight_rule');
SELECT create_reference_table('place');
SELECT create_reference_table('programme_choice');
SELECT create_reference_table('programme_policy');
SELECT create_reference_table('programme_rule');
SELECT create_reference_table('programme_team');
SELECT create_reference_table('unit');
SELECT create_reference_table('unit_duty');
SELECT create_reference_table('visit_card_rule');
SELECT create_reference_table('visit_need');
SELECT create_reference_table('visit_policy');
SELECT create_reference_table('visit_reminder');
SELECT create_reference_table('visit_rule');
SELECT create_reference_table('visit_service');

-- By street, all in one group: what belongs to a street lies on one node, so its joins, foreign keys and transactions do too.
SELECT create_distributed_table('ticket', 'street', colocate_with => 'none', shard_count => 64);
SELECT create_distributed_table('callback', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('campaign', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('care', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('care_event', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('content_check', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('digest', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('household', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('household_fact', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('household_standing', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('household_look', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('household_proposal', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('household_sample', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('household_sample_check', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('household_trace', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('inbox', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('outbox', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('programme_home', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('look_back', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('look_back_item', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('rectification', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('rectification_event', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('spot_check', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('spot_check_event', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('spot_draw', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('spot_list', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('spot_lot', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('ticket_deadline', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('ticket_event', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('todo', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_appointment', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_appointment_event', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_card', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_card_event', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_consent', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_consent_event', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_entry', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_notice', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_record', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_slot', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_ticket', 'street', colocate_with => 'ticket');
SELECT create_distributed_table('visit_words', 'street', colocate_with => 'ticket');

-- By whose they are: asked for by that alone.
SELECT create_distributed_table('conversation', 'person', colocate_with => 'none');
SELECT create_distributed_table('conversation_answer', 'person', colocate_with => 'conversation');
SELECT create_distributed_table('kept_answer', 'caller', colocate_with => 'none');
SELECT create_distributed_table('media', 'owner', colocate_with => 'none');
SELECT create_distributed_table('message_grant', 'account', colocate_with => 'none');
SELECT create_distributed_table('message_preference', 'account', colocate_with => 'message_grant');
SELECT create_distributed_table('message_today', 'account', colocate_with => 'message_grant');
SELECT create_distributed_table('service_window', 'mp_openid', colocate_with => 'none');

-- On the coordinator, as they are: audit_entry, audit_head, content_trace, flyway_schema_history, message_quota, stopped_template, wechat_push.
