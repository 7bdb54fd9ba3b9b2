-- States are those that Muster knows. Not by a list in brackets: H2 looks into that through the connection that made it,
-- and refuses everything once the pool has closed it, half an hour later.
alter table staffing_request add constraint ck_staffing_request_status
    check (case status when 'DRAFT' then 1 when 'SUBMITTED' then 1 when 'MATCHING' then 1 when 'PROPOSED' then 1
        when 'ENGAGED' then 1 when 'CLOSED' then 1 when 'WITHDRAWN' then 1 else 0 end = 1);
alter table request_goal add constraint ck_request_goal_outcome
    check (outcome is null or case outcome when 'MET' then 1 when 'PARTLY' then 1 when 'NOT' then 1 else 0 end = 1);
alter table proposal_revision add constraint ck_proposal_revision_status
    check (case status when 'DRAFT' then 1 when 'SENT' then 1 when 'ACCEPTED' then 1 when 'DECLINED' then 1
        when 'EXPIRED' then 1 when 'WITHDRAWN' then 1 when 'SUPERSEDED' then 1 when 'NOT_CHOSEN' then 1
        else 0 end = 1);
alter table counter_proposal add constraint ck_counter_proposal_status
    check (case status when 'ASKED' then 1 when 'DRAFTED' then 1 when 'ANSWERED' then 1 when 'REFUSED' then 1
        when 'TAKEN_BACK' then 1 when 'ENDED' then 1 else 0 end = 1);
alter table interview add constraint ck_interview_status
    check (case status when 'ASKED' then 1 when 'CONFIRMED' then 1 when 'REFUSED' then 1 when 'WITHDRAWN' then 1
        else 0 end = 1);
alter table pool_import add constraint ck_pool_import_status
    check (case status when 'MAPPING' then 1 when 'WAITING' then 1 when 'RUNNING' then 1 when 'DONE' then 1
        when 'FAILED' then 1 when 'WITHDRAWN' then 1 else 0 end = 1);
alter table profile_draft add constraint ck_profile_draft_status
    check (case status when 'READING' then 1 when 'READY' then 1 when 'CONFIRMED' then 1 when 'DISCARDED' then 1
        when 'FAILED' then 1 else 0 end = 1);

-- A share is one of a hundred; rates may rise by more than all of it, and never fall.
alter table proposal_revision add constraint ck_proposal_revision_percents check (discount_percent between 0 and 100
    and volume_percent between 0 and 100 and scope_percent between 0 and 100 and vat_percent between 0 and 100);
alter table proposal_line add constraint ck_proposal_line_percents
    check (discount_percent between 0 and 100 and absence_percent between 0 and 100);
alter table proposal_rate_step add constraint ck_proposal_rate_step_percents
    check (percent >= 0 and instead_of >= 0);
alter table proposal_vat add constraint ck_proposal_vat_percent check (percent between 0 and 100);
alter table frame_agreement add constraint ck_frame_agreement_percent check (index_percent >= 0);
alter table frame_agreement_tier add constraint ck_frame_agreement_tier_percent
    check (discount_percent between 0 and 100);

-- What ends before it begins was on no day: it goes.
delete from closing where ends_on < starts_on;
alter table closing add constraint ck_closing_dates check (starts_on <= ends_on);
delete from proposal_line_pause where ends_on < starts_on;
alter table proposal_line_pause add constraint ck_proposal_line_pause_dates check (starts_on <= ends_on);
delete from rate_card_entry where valid_to < valid_from;
alter table rate_card_entry add constraint ck_rate_card_dates check (valid_from <= valid_to);
delete from frame_agreement_tier where agreement_id in (select id from frame_agreement where valid_to < valid_from);
delete from frame_agreement where valid_to < valid_from;
alter table frame_agreement add constraint ck_frame_agreement_dates check (valid_from <= valid_to);
-- People worked on their projects at least on the first day.
update consultant_project set ends_on = starts_on where ends_on < starts_on;
alter table consultant_project add constraint ck_consultant_project_dates check (starts_on <= ends_on);
alter table engagement add constraint ck_engagement_dates check (starts_on <= ends_on and first_workday <= last_workday);
