-- What each date of a line's month counts for, a letter each.
alter table proposal_line_month add column codes varchar(31);
alter table proposal_line_month add column closings varchar(1000);
alter table proposal_line_month add column closed_half_days int not null default 0;
alter table proposal_line_month add column paused_half_days int not null default 0;

-- Whose public holidays are not worked.
alter table proposal_revision add column holiday_rule varchar(20) not null default 'PLACE';

-- Allocations that hold from a later date on, and pauses.
create table proposal_line_phase (
    line_id    bigint      not null,
    starts_on  date        not null,
    allocation varchar(40) not null,
    primary key (line_id, starts_on),
    constraint fk_proposal_line_phase foreign key (line_id) references proposal_line (id)
);

create table proposal_line_pause (
    line_id   bigint not null,
    starts_on date   not null,
    ends_on   date   not null,
    primary key (line_id, starts_on),
    constraint fk_proposal_line_pause foreign key (line_id) references proposal_line (id)
);

-- When a company is closed: an organisation, or the consultancy itself without one.
create table closing (
    id              bigint       not null auto_increment,
    organisation_id bigint,
    starts_on       date         not null,
    ends_on         date         not null,
    name            varchar(120) not null,
    primary key (id),
    constraint fk_closing_organisation foreign key (organisation_id) references organisation (id)
);
create index ix_closing on closing (organisation_id, ends_on);
