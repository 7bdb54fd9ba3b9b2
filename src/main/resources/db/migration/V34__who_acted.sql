-- Who acted is known by account: two people of the same name are two. Rows from before know the name only.
alter table staffing_request add column status_by_id bigint;
alter table proposal_revision add column status_by_id bigint;

-- What is said to the second approver, and by the second approver.
alter table proposal_revision add column approval_asked_reason varchar(1000);
alter table proposal_revision add column approved_by_id bigint;
alter table proposal_revision add column approval_refusal varchar(1000);

-- A change request is answered once the revision that answers it is sent; until then it is in progress.
update counter_proposal set status = 'DRAFTED' where status = 'ANSWERED' and exists (
    select 1 from proposal_revision v where v.proposal_id = counter_proposal.proposal_id
        and v.number = counter_proposal.answer_revision and v.status = 'DRAFT');
