alter table request_goal add column review_on date;
alter table request_goal add column reviewed_by varchar(120);
alter table request_goal add column outcome varchar(10);
alter table request_goal add column outcome_note varchar(1000);
alter table request_goal add column outcome_by varchar(120);
alter table request_goal add column outcome_at datetime(6);

alter table request_position add column country varchar(2);
alter table request_position add column questions varchar(4000);

create table position_template (
    id               bigint        not null auto_increment,
    reference        varchar(20)   not null,
    organisation_id  bigint,
    name             varchar(120)  not null,
    role             varchar(20)   not null,
    seniority        varchar(20)   not null,
    years            int           not null,
    responsibilities varchar(4000) not null,
    questions        varchar(4000) not null,
    changed_by_name  varchar(120)  not null,
    changed_at       datetime(6)   not null,
    retired_at       datetime(6),
    version          bigint        not null,
    primary key (id),
    constraint uk_position_template_reference unique (reference),
    constraint fk_position_template_organisation foreign key (organisation_id) references organisation (id)
);

create table template_skill (
    template_id bigint      not null,
    skill_id    bigint      not null,
    level       int         not null,
    necessity   varchar(20) not null,
    primary key (template_id, skill_id),
    constraint fk_template_skill_template foreign key (template_id) references position_template (id),
    constraint fk_template_skill_skill foreign key (skill_id) references skill (id)
);

create table template_goal (
    template_id bigint       not null,
    kind        varchar(20)  not null,
    measure     varchar(500) not null,
    primary key (template_id, kind),
    constraint fk_template_goal foreign key (template_id) references position_template (id)
);

create table request_comparison (
    request_id      bigint       not null,
    changed_by_name varchar(120) not null,
    changed_at      datetime(6)  not null,
    version         bigint       not null,
    primary key (request_id),
    constraint fk_request_comparison foreign key (request_id) references staffing_request (id)
);

create table request_assumption (
    request_id bigint         not null,
    name       varchar(30)    not null,
    amount     decimal(12, 2) not null,
    primary key (request_id, name),
    constraint fk_request_assumption foreign key (request_id) references request_comparison (request_id)
);
