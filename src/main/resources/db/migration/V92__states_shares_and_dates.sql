-- States are those that Muster knows.
alter table staffing_request add constraint ck_staffing_request_status
    check (status in ('DRAFT', 'SUBMITTED', 'MATCHING', 'PROPOSED', 'ENGAGED', 'CLOSED', 'WITHDRAWN'));
alter table request_goal add constraint ck_request_goal_outcome check (outcome in ('MET', 'PARTLY', 'NOT'));
alter table proposal_revision add constraint ck_proposal_revision_status
    check (status in ('DRAFT', 'SENT', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'SUPERSEDED', 'NOT_CHOSEN'));
alter table counter_proposal add constraint ck_counter_proposal_status
    check (status in ('ASKED', 'DRAFTED', 'ANSWERED', 'REFUSED', 'TAKEN_BACK', 'ENDED'));
alter table interview add constraint ck_interview_status
    check (status in ('ASKED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN'));
alter table pool_import add constraint ck_pool_import_status
    check (status in ('MAPPING', 'WAITING', 'RUNNING', 'DONE', 'FAILED', 'WITHDRAWN'));
alter table profile_draft add constraint ck_profile_draft_status
    check (status in ('READING', 'READY', 'CONFIRMED', 'DISCARDED', 'FAILED'));

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
