-- What names a row of another table refers to one that is there. The trail has none of these: it outlives what it tells of.
-- Nor has proposal_loss: it is written while another proposal is accepted, which must not wait for the lock of the one that loses.
alter table engagement add constraint fk_engagement_proposal
    foreign key (proposal_reference) references proposal (reference);

update consultant_review set engagement = null
    where engagement is not null and engagement not in (select reference from engagement);
alter table consultant_review add constraint fk_consultant_review_engagement
    foreign key (engagement) references engagement (reference);

update profile_draft set consultant = null
    where consultant is not null and consultant not in (select reference from consultant);
alter table profile_draft add constraint fk_profile_draft_consultant
    foreign key (consultant) references consultant (reference);

alter table proposal_revision add constraint fk_proposal_revision_terms
    foreign key (terms_version) references terms_version (number);
alter table proposal_revision add constraint fk_proposal_revision_letterhead
    foreign key (letterhead) references letterhead (number);

update notification set consultant_id = null
    where consultant_id is not null and consultant_id not in (select id from consultant);
alter table notification add constraint fk_notification_consultant
    foreign key (consultant_id) references consultant (id);

alter table staffing_request add constraint fk_staffing_request_created_by
    foreign key (created_by) references account (id);
alter table interview add constraint fk_interview_asked_by foreign key (asked_by) references account (id);
alter table counter_proposal add constraint fk_counter_proposal_by foreign key (by_id) references account (id);
alter table pool_import add constraint fk_pool_import_created_by foreign key (created_by) references account (id);
alter table profile_draft add constraint fk_profile_draft_created_by foreign key (created_by) references account (id);

update staffing_request set status_by_id = null
    where status_by_id is not null and status_by_id not in (select id from account);
alter table staffing_request add constraint fk_staffing_request_status_by
    foreign key (status_by_id) references account (id);

update proposal_revision set status_by_id = null
    where status_by_id is not null and status_by_id not in (select id from account);
alter table proposal_revision add constraint fk_proposal_revision_status_by
    foreign key (status_by_id) references account (id);

update proposal_revision set approval_asked_by = null
    where approval_asked_by is not null and approval_asked_by not in (select id from account);
alter table proposal_revision add constraint fk_proposal_revision_approval_asked_by
    foreign key (approval_asked_by) references account (id);

update proposal_revision set approved_by_id = null
    where approved_by_id is not null and approved_by_id not in (select id from account);
alter table proposal_revision add constraint fk_proposal_revision_approved_by
    foreign key (approved_by_id) references account (id);

update interview set status_by_id = null
    where status_by_id is not null and status_by_id not in (select id from account);
alter table interview add constraint fk_interview_status_by foreign key (status_by_id) references account (id);

update counter_proposal set settled_by_id = null
    where settled_by_id is not null and settled_by_id not in (select id from account);
alter table counter_proposal add constraint fk_counter_proposal_settled_by
    foreign key (settled_by_id) references account (id);

update profile_draft set settled_by_id = null
    where settled_by_id is not null and settled_by_id not in (select id from account);
alter table profile_draft add constraint fk_profile_draft_settled_by
    foreign key (settled_by_id) references account (id);
