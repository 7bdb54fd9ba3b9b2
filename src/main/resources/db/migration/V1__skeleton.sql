-- Runs unchanged on MySQL and on H2 in MySQL mode.

create table organisation (
    id                 bigint       not null auto_increment,
    reference          varchar(20)  not null,
    name               varchar(120) not null,
    country            varchar(2)   not null,
    region             varchar(20),
    currency           varchar(3)   not null,
    vat_number         varchar(20),
    address            varchar(500),
    account_manager_id bigint,
    created_at         datetime(6)  not null,
    version            bigint       not null,
    primary key (id),
    constraint uk_organisation_reference unique (reference),
    constraint uk_organisation_name unique (name)
);

create table account (
    id              bigint       not null auto_increment,
    email           varchar(254) not null,
    full_name       varchar(120) not null,
    password_hash   varchar(200) not null,
    role            varchar(20)  not null,
    organisation_id bigint,
    created_at      datetime(6)  not null,
    version         bigint       not null,
    primary key (id),
    constraint uk_account_email unique (email),
    constraint fk_account_organisation foreign key (organisation_id) references organisation (id),
    constraint ck_account_tenant check ((role in ('MEMBER', 'APPROVER')) = (organisation_id is not null))
);

alter table organisation
    add constraint fk_organisation_account_manager foreign key (account_manager_id) references account (id);

create table invitation (
    id              bigint       not null auto_increment,
    token_hash      varchar(64)  not null,
    email           varchar(254),
    full_name       varchar(120),
    role            varchar(20)  not null,
    organisation_id bigint,
    created_at      datetime(6)  not null,
    expires_at      datetime(6)  not null,
    accepted_at     datetime(6),
    version         bigint       not null,
    primary key (id),
    constraint uk_invitation_token unique (token_hash),
    constraint fk_invitation_organisation foreign key (organisation_id) references organisation (id)
);

create table audit_entry (
    id              bigint       not null auto_increment,
    happened_at     datetime(6)  not null,
    actor_id        bigint,
    actor_name      varchar(120) not null,
    organisation_id bigint,
    act             varchar(60)  not null,
    subject         varchar(40)  not null,
    detail          varchar(1000),
    address         varchar(64),
    primary key (id)
);
create index ix_audit_entry_organisation on audit_entry (organisation_id, id);
create index ix_audit_entry_subject on audit_entry (subject, id);

create table skill (
    id   bigint      not null auto_increment,
    name varchar(80) not null,
    kind varchar(20) not null,
    primary key (id),
    constraint uk_skill_name unique (name)
);

create table skill_synonym (
    skill_id bigint      not null,
    synonym  varchar(80) not null,
    primary key (skill_id, synonym),
    constraint uk_skill_synonym unique (synonym),
    constraint fk_skill_synonym_skill foreign key (skill_id) references skill (id)
);

create table skill_implication (
    skill_id   bigint not null,
    implied_id bigint not null,
    strength   int    not null,
    primary key (skill_id, implied_id),
    constraint fk_skill_implication_skill foreign key (skill_id) references skill (id),
    constraint fk_skill_implication_implied foreign key (implied_id) references skill (id),
    constraint ck_skill_implication_strength check (strength between 1 and 100)
);

create table consultant (
    id             bigint        not null auto_increment,
    reference      varchar(20)   not null,
    name           varchar(120)  not null,
    headline       varchar(200)  not null,
    email          varchar(254)  not null,
    phone          varchar(40),
    seniority      varchar(20)   not null,
    years          int           not null,
    country        varchar(2)    not null,
    region         varchar(20),
    time_zone      varchar(40)   not null,
    employment     varchar(20)   not null,
    work_modes     varchar(60)   not null,
    currency       varchar(3)    not null,
    pay_rate       decimal(12, 2) not null,
    bill_rate      decimal(12, 2) not null,
    available_from date          not null,
    version        bigint        not null,
    primary key (id),
    constraint uk_consultant_reference unique (reference),
    constraint uk_consultant_email unique (email),
    constraint ck_consultant_rates check (pay_rate > 0 and bill_rate > 0)
);
create index ix_consultant_name on consultant (name);

create table consultant_role (
    consultant_id bigint      not null,
    role          varchar(20) not null,
    primary key (consultant_id, role),
    constraint fk_consultant_role foreign key (consultant_id) references consultant (id)
);

create table consultant_skill (
    consultant_id bigint not null,
    skill_id      bigint not null,
    level         int    not null,
    years         int    not null,
    last_used     int    not null,
    primary key (consultant_id, skill_id),
    constraint fk_consultant_skill_consultant foreign key (consultant_id) references consultant (id),
    constraint fk_consultant_skill_skill foreign key (skill_id) references skill (id),
    constraint ck_consultant_skill_level check (level between 1 and 5)
);

create table consultant_language (
    consultant_id bigint     not null,
    language      varchar(2) not null,
    level         varchar(2) not null,
    primary key (consultant_id, language),
    constraint fk_consultant_language foreign key (consultant_id) references consultant (id)
);

create table consultant_absence (
    id            bigint      not null auto_increment,
    consultant_id bigint      not null,
    kind          varchar(20) not null,
    starts_on     date        not null,
    ends_on       date        not null,
    allocation    varchar(40) not null,
    source        varchar(40),
    primary key (id),
    constraint uk_consultant_absence_source unique (consultant_id, source),
    constraint fk_consultant_absence foreign key (consultant_id) references consultant (id),
    constraint ck_consultant_absence_dates check (starts_on <= ends_on)
);

create table consultant_review (
    id              bigint        not null auto_increment,
    consultant_id   bigint        not null,
    organisation_id bigint        not null,
    delivery        int           not null,
    communication   int           not null,
    skill           int           not null,
    text            varchar(1000) not null,
    written_on      date          not null,
    primary key (id),
    constraint fk_consultant_review_consultant foreign key (consultant_id) references consultant (id),
    constraint fk_consultant_review_organisation foreign key (organisation_id) references organisation (id)
);

create table staffing_request (
    id                bigint       not null auto_increment,
    reference         varchar(20)  not null,
    organisation_id   bigint       not null,
    title             varchar(120) not null,
    status            varchar(20)  not null,
    earliest_start    date,
    latest_start      date,
    ends_on           date,
    half_days         int,
    weekly_half_days  int,
    currency          varchar(3)   not null,
    rate_cap          decimal(12, 2),
    budget            decimal(14, 2),
    creation_key      varchar(36)  not null,
    created_by        bigint       not null,
    created_by_name   varchar(120) not null,
    created_at        datetime(6)  not null,
    changed_by_name   varchar(120) not null,
    changed_at        datetime(6)  not null,
    status_by_name    varchar(120) not null,
    status_at         datetime(6)  not null,
    version           bigint       not null,
    primary key (id),
    constraint uk_staffing_request_reference unique (reference),
    constraint uk_staffing_request_creation unique (organisation_id, creation_key),
    constraint fk_staffing_request_organisation foreign key (organisation_id) references organisation (id)
);
create index ix_staffing_request_organisation on staffing_request (organisation_id, status_at);
create index ix_staffing_request_status on staffing_request (status, status_at);

create table request_goal (
    request_id bigint       not null,
    kind       varchar(20)  not null,
    measure    varchar(500) not null,
    primary key (request_id, kind),
    constraint fk_request_goal foreign key (request_id) references staffing_request (id)
);

create table request_position (
    id               bigint        not null auto_increment,
    request_id       bigint        not null,
    number           int           not null,
    role             varchar(20)   not null,
    seniority        varchar(20)   not null,
    years            int           not null,
    head_count       int           not null,
    responsibilities varchar(4000) not null,
    time_zone        varchar(40),
    overlap_hours    int           not null,
    work_mode        varchar(20)   not null,
    primary key (id),
    constraint uk_request_position unique (request_id, number),
    constraint fk_request_position foreign key (request_id) references staffing_request (id),
    constraint ck_request_position_head_count check (head_count between 1 and 100)
);

create table position_skill (
    position_id bigint      not null,
    skill_id    bigint      not null,
    level       int         not null,
    necessity   varchar(20) not null,
    primary key (position_id, skill_id),
    constraint fk_position_skill_position foreign key (position_id) references request_position (id),
    constraint fk_position_skill_skill foreign key (skill_id) references skill (id),
    constraint ck_position_skill_level check (level between 1 and 5)
);

create table position_language (
    position_id bigint     not null,
    language    varchar(2) not null,
    level       varchar(2) not null,
    primary key (position_id, language),
    constraint fk_position_language foreign key (position_id) references request_position (id)
);

create table shortlist_entry (
    id            bigint        not null auto_increment,
    position_id   bigint        not null,
    consultant_id bigint        not null,
    score         decimal(4, 1) not null,
    added_by_name varchar(120)  not null,
    added_at      datetime(6)   not null,
    primary key (id),
    constraint uk_shortlist_entry unique (position_id, consultant_id),
    constraint fk_shortlist_entry_position foreign key (position_id) references request_position (id) on delete cascade,
    constraint fk_shortlist_entry_consultant foreign key (consultant_id) references consultant (id)
);

create table proposal (
    id              bigint      not null auto_increment,
    reference       varchar(20) not null,
    organisation_id bigint      not null,
    request_id      bigint      not null,
    creation_key    varchar(36) not null,
    created_by_name varchar(120) not null,
    created_at      datetime(6) not null,
    version         bigint      not null,
    primary key (id),
    constraint uk_proposal_reference unique (reference),
    constraint uk_proposal_creation unique (creation_key),
    constraint fk_proposal_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_proposal_request foreign key (request_id) references staffing_request (id)
);
create index ix_proposal_organisation on proposal (organisation_id, created_at);

create table proposal_revision (
    id               bigint        not null auto_increment,
    proposal_id      bigint        not null,
    number           int           not null,
    status           varchar(20)   not null,
    currency         varchar(3)    not null,
    holiday_country  varchar(2)    not null,
    holiday_region   varchar(20),
    valid_until      date          not null,
    discount_percent decimal(5, 2) not null,
    vat_treatment    varchar(20)   not null,
    vat_percent      decimal(5, 2) not null,
    note             varchar(4000),
    subtotal         decimal(14, 2) not null,
    vat              decimal(14, 2) not null,
    total            decimal(14, 2) not null,
    status_by_name   varchar(120)  not null,
    status_at        datetime(6)   not null,
    sent_by_name     varchar(120),
    sent_at          datetime(6),
    signed_name      varchar(120),
    decline_reason   varchar(1000),
    version          bigint        not null,
    primary key (id),
    constraint uk_proposal_revision unique (proposal_id, number),
    constraint fk_proposal_revision foreign key (proposal_id) references proposal (id)
);
create index ix_proposal_revision_status on proposal_revision (status, status_at);

create table proposal_line (
    id                   bigint        not null auto_increment,
    revision_id          bigint        not null,
    number               int           not null,
    position_number      int           not null,
    role                 varchar(20)   not null,
    consultant_id        bigint        not null,
    consultant_reference varchar(20)   not null,
    consultant_name      varchar(120)  not null,
    consultant_headline  varchar(200)  not null,
    score                decimal(4, 1) not null,
    reasons              varchar(2000) not null,
    allocation           varchar(40)   not null,
    starts_on            date          not null,
    ends_on              date          not null,
    bill_rate            decimal(12, 2) not null,
    pay_rate             decimal(12, 2) not null,
    pay_currency         varchar(3)    not null,
    discount_percent     decimal(5, 2) not null,
    half_days            int           not null,
    amount               decimal(14, 2) not null,
    primary key (id),
    constraint uk_proposal_line unique (revision_id, number),
    constraint fk_proposal_line_revision foreign key (revision_id) references proposal_revision (id),
    constraint fk_proposal_line_consultant foreign key (consultant_id) references consultant (id),
    constraint ck_proposal_line_dates check (starts_on <= ends_on),
    constraint ck_proposal_line_rate check (bill_rate > 0)
);

create table proposal_line_month (
    line_id            bigint        not null,
    month_start        date          not null,
    half_days          int           not null,
    amount             decimal(14, 2) not null,
    allocated_half_days int          not null,
    holidays           varchar(1000),
    holiday_half_days  int           not null,
    leave_half_days    int           not null,
    primary key (line_id, month_start),
    constraint fk_proposal_line_month foreign key (line_id) references proposal_line (id)
);

create table engagement (
    id                 bigint       not null auto_increment,
    reference          varchar(20)  not null,
    organisation_id    bigint       not null,
    proposal_reference varchar(20)  not null,
    line_number        int          not null,
    consultant_id      bigint       not null,
    consultant_name    varchar(120) not null,
    role               varchar(20)  not null,
    allocation         varchar(40)  not null,
    starts_on          date         not null,
    ends_on            date         not null,
    bill_rate          decimal(12, 2) not null,
    currency           varchar(3)   not null,
    half_days          int          not null,
    created_at         datetime(6)  not null,
    primary key (id),
    constraint uk_engagement_reference unique (reference),
    constraint uk_engagement_line unique (proposal_reference, line_number),
    constraint fk_engagement_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_engagement_consultant foreign key (consultant_id) references consultant (id)
);

-- Spring Modulith's event publication registry
create table event_publication (
    id                     varchar(36)   not null,
    listener_id            varchar(512)  not null,
    event_type             varchar(512)  not null,
    serialized_event       varchar(4000) not null,
    publication_date       timestamp(6)  not null,
    completion_date        timestamp(6)  null default null,
    status                 varchar(20),
    completion_attempts    int,
    last_resubmission_date timestamp(6)  null default null,
    primary key (id)
);
create index ix_event_publication_completion on event_publication (completion_date);
