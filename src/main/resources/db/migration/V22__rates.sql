-- What the consultancy asks for a day. The more an entry names, the more it counts.
create table rate_card_entry (
    id              bigint         not null auto_increment,
    organisation_id bigint,
    role            varchar(20)    not null,
    seniority       varchar(20),
    country         varchar(2),
    region          varchar(20),
    currency        varchar(3)     not null,
    day_rate        decimal(12, 2) not null,
    valid_from      date           not null,
    valid_to        date,
    by_name         varchar(120)   not null,
    created_at      datetime(6)    not null,
    primary key (id),
    constraint fk_rate_card_organisation foreign key (organisation_id) references organisation (id),
    constraint ck_rate_card_rate check (day_rate > 0)
);
create index ix_rate_card on rate_card_entry (organisation_id, currency, valid_from);

-- What was agreed with a client for all of its proposals.
create table frame_agreement (
    id              bigint       not null auto_increment,
    organisation_id bigint       not null,
    name            varchar(120) not null,
    valid_from      date         not null,
    valid_to        date         not null,
    index_from      date,
    index_percent   decimal(5, 2),
    by_name         varchar(120) not null,
    created_at      datetime(6)  not null,
    primary key (id),
    constraint fk_frame_agreement foreign key (organisation_id) references organisation (id)
);
create index ix_frame_agreement on frame_agreement (organisation_id, valid_from);

create table frame_agreement_tier (
    agreement_id     bigint        not null,
    from_days        int           not null,
    discount_percent decimal(5, 2) not null,
    primary key (agreement_id, from_days),
    constraint fk_frame_agreement_tier foreign key (agreement_id) references frame_agreement (id)
);

-- What a line was priced by: the card as it was when it was saved, the rate of exchange of
-- what the person is paid, and factors for days at the weekend and for being on call.
alter table proposal_line add column seniority varchar(20);
alter table proposal_line add column card_rate decimal(12, 2);
alter table proposal_line add column exchange_rate decimal(18, 8);
alter table proposal_line add column exchanged_on date;
alter table proposal_line add column on_call boolean not null default false;
alter table proposal_line add column on_call_factor decimal(5, 2);
alter table proposal_line add column weekend_factor decimal(5, 2);

-- By how much all rates rise on a day.
create table proposal_rate_step (
    revision_id bigint        not null,
    starts_on   date          not null,
    percent     decimal(5, 2) not null,
    primary key (revision_id, starts_on),
    constraint fk_proposal_rate_step foreign key (revision_id) references proposal_revision (id)
);

-- The discount of a frame agreement by the days that were taken under it.
alter table proposal_revision add column agreement varchar(120);
alter table proposal_revision add column agreement_half_days int not null default 0;
alter table proposal_revision add column volume_percent decimal(5, 2) not null default 0;

-- What is taxed at which rate, by the month from which on that rate holds.
create table proposal_vat (
    revision_id bigint         not null,
    month_start date           not null,
    percent     decimal(5, 2)  not null,
    net         decimal(14, 2) not null,
    tax         decimal(14, 2) not null,
    primary key (revision_id, month_start),
    constraint fk_proposal_vat foreign key (revision_id) references proposal_revision (id)
);
