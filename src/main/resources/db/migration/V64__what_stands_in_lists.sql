-- Which revision stands for its proposal in lists, and in lists of what was sent: of the round that is open or was
-- accepted, or else of the latest, that which was accepted, or else the first.
alter table proposal_revision add column stands boolean not null default false;
alter table proposal_revision add column stands_sent boolean not null default false;
update proposal_revision set stands = true where id in (select id from (
    select id, row_number() over (partition by proposal_id
        order by open_round desc, send_round desc, case when status = 'ACCEPTED' then 0 else 1 end, number) as place
    from (select v.id, v.proposal_id, v.send_round, v.number, v.status,
            max(case when v.status in ('SENT', 'ACCEPTED') then 1 else 0 end)
                over (partition by v.proposal_id, v.send_round) as open_round
        from proposal_revision v) rounds) places
    where place = 1);
update proposal_revision set stands_sent = true where id in (select id from (
    select id, row_number() over (partition by proposal_id
        order by open_round desc, send_round desc, case when status = 'ACCEPTED' then 0 else 1 end, number) as place
    from (select v.id, v.proposal_id, v.send_round, v.number, v.status,
            max(case when v.status in ('SENT', 'ACCEPTED') then 1 else 0 end)
                over (partition by v.proposal_id, v.send_round) as open_round
        from proposal_revision v where v.status <> 'DRAFT') rounds) places
    where place = 1);
create index ix_proposal_revision_stands on proposal_revision (stands, status_at);
create index ix_proposal_revision_stands_sent on proposal_revision (stands_sent, status, status_at);

-- Lists of all clients are sorted by this, whatever the status.
create index ix_staffing_request_status_at on staffing_request (status_at);
