-- Offers with thin margins or high discounts need a second pair of eyes before they are sent.
alter table proposal_revision add column approval_asked_by bigint;
alter table proposal_revision add column approval_asked_name varchar(120);
alter table proposal_revision add column approved_by_name varchar(120);
alter table proposal_revision add column approved_at datetime(6);

-- Offers whose end is near, and of which somebody was reminded.
create table proposal_reminder (
    proposal varchar(20) not null,
    revision int         not null,
    told_at  datetime(6) not null,
    primary key (proposal, revision)
);
