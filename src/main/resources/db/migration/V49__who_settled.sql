-- Who settled it is known by account: two people of the same name are two. Rows from before know the name only.
alter table interview add column status_by_id bigint;
alter table counter_proposal add column settled_by_id bigint;

-- Who made a profile of a CV, or discarded it, and a hash of what was typed: another form is another act.
alter table profile_draft add column settled_by_id bigint;
alter table profile_draft add column settled_by_name varchar(120);
alter table profile_draft add column settled_at datetime(6);
alter table profile_draft add column confirmed_as varchar(64);
