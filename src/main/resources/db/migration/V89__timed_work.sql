-- Timed work, one row each, as db-scheduler keeps it. Imports have a table of their own and wait for no thread of these.
create table scheduled_work (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            blob,
    execution_time       datetime(6)  not null,
    picked               boolean      not null,
    picked_by            varchar(50),
    last_success         datetime(6),
    last_failure         datetime(6),
    consecutive_failures int,
    last_heartbeat       datetime(6),
    version              bigint       not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index ix_scheduled_work_execution on scheduled_work (execution_time);
create index ix_scheduled_work_heartbeat on scheduled_work (last_heartbeat);

-- Of what somebody was reminded, what it is about says itself.
alter table request_goal add column reminded_at datetime(6);
update request_goal set reminded_at = (select m.told_at from goal_reminder m
    where m.request_id = request_goal.request_id and m.kind = request_goal.kind);
drop table goal_reminder;

alter table proposal_revision add column reminded_at datetime(6);
update proposal_revision set reminded_at = (select m.told_at from proposal_reminder m
    join proposal p on p.reference = m.proposal
    where p.id = proposal_revision.proposal_id and m.revision = proposal_revision.number);
drop table proposal_reminder;

-- One node writes the e-mails of the day: who wants one is all that has to be known.
alter table notification_digest drop column sent_on;
