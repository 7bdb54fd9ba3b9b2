create table interview (
    id               bigint       not null auto_increment,
    reference        varchar(20)  not null,
    organisation_id  bigint       not null,
    position_id      bigint       not null,
    consultant_id    bigint       not null,
    status           varchar(20)  not null,
    client_zone      varchar(40)  not null,
    consultant_zone  varchar(40)  not null,
    message          varchar(1000),
    asked_by         bigint       not null,
    asked_by_name    varchar(120) not null,
    asked_at         datetime(6)  not null,
    starts_at        datetime(6),
    reason           varchar(1000),
    status_by_name   varchar(120) not null,
    status_at        datetime(6)  not null,
    recommendation   varchar(20),
    verdict          varchar(2000),
    scored_by_name   varchar(120),
    scored_at        datetime(6),
    version          bigint       not null,
    primary key (id),
    constraint uk_interview_reference unique (reference),
    constraint fk_interview_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_interview_position foreign key (position_id) references request_position (id),
    constraint fk_interview_consultant foreign key (consultant_id) references consultant (id)
);
create index ix_interview_position on interview (position_id, consultant_id);
create index ix_interview_consultant on interview (consultant_id, status, starts_at);
create index ix_interview_organisation on interview (organisation_id, status_at);
create index ix_interview_status on interview (status, status_at);

create table interview_window (
    interview_id bigint      not null,
    starts_at    datetime(6) not null,
    primary key (interview_id, starts_at),
    constraint fk_interview_window foreign key (interview_id) references interview (id)
);

create table interview_score (
    interview_id bigint       not null,
    skill_id     bigint       not null,
    points       int          not null,
    note         varchar(500),
    primary key (interview_id, skill_id),
    constraint fk_interview_score_interview foreign key (interview_id) references interview (id),
    constraint fk_interview_score_skill foreign key (skill_id) references skill (id)
);

-- Goals whose day has come, and about which somebody was told so.
create table goal_reminder (
    request_id bigint      not null,
    kind       varchar(20) not null,
    told_at    datetime(6) not null,
    primary key (request_id, kind),
    constraint fk_goal_reminder_request foreign key (request_id) references staffing_request (id)
);
