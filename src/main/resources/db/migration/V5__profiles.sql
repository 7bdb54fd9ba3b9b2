-- What a day costs applies from a date; what it cost before stays known.
create table consultant_rate (
    id            bigint         not null auto_increment,
    consultant_id bigint         not null,
    applies_from  date           not null,
    pay_rate      decimal(12, 2) not null,
    bill_rate     decimal(12, 2) not null,
    set_by_name   varchar(120)   not null,
    set_at        datetime(6)    not null,
    primary key (id),
    constraint uk_consultant_rate unique (consultant_id, applies_from),
    constraint fk_consultant_rate foreign key (consultant_id) references consultant (id),
    constraint ck_consultant_rate check (pay_rate > 0 and bill_rate > 0)
);
insert into consultant_rate (consultant_id, applies_from, pay_rate, bill_rate, set_by_name, set_at)
    select id, date '2000-01-01', pay_rate, bill_rate, 'Muster', current_timestamp(6) from consultant;
alter table consultant drop constraint ck_consultant_rates;
alter table consultant drop column pay_rate;
alter table consultant drop column bill_rate;

create table consultant_certification (
    id            bigint       not null auto_increment,
    consultant_id bigint       not null,
    name          varchar(120) not null,
    issuer        varchar(120) not null,
    obtained_on   date,
    expires_on    date,
    primary key (id),
    constraint fk_consultant_certification foreign key (consultant_id) references consultant (id)
);

create table consultant_project (
    id            bigint        not null auto_increment,
    consultant_id bigint        not null,
    title         varchar(120)  not null,
    customer      varchar(120),
    starts_on     date          not null,
    ends_on       date,
    description   varchar(4000) not null,
    primary key (id),
    constraint fk_consultant_project foreign key (consultant_id) references consultant (id)
);

create table project_skill (
    project_id bigint not null,
    skill_id   bigint not null,
    primary key (project_id, skill_id),
    constraint fk_project_skill_project foreign key (project_id) references consultant_project (id),
    constraint fk_project_skill_skill foreign key (skill_id) references skill (id)
);

create table consultant_note (
    id              bigint        not null auto_increment,
    consultant_id   bigint        not null,
    text            varchar(4000) not null,
    written_by_name varchar(120)  not null,
    written_at      datetime(6)   not null,
    primary key (id),
    constraint fk_consultant_note foreign key (consultant_id) references consultant (id)
);

create table consultant_photo (
    consultant_id bigint      not null,
    content       mediumblob  not null,
    changed_at    datetime(6) not null,
    primary key (consultant_id),
    constraint fk_consultant_photo foreign key (consultant_id) references consultant (id)
);

-- One review for each engagement.
alter table consultant_review add column engagement varchar(20);
alter table consultant_review add constraint uk_consultant_review_engagement unique (engagement);
