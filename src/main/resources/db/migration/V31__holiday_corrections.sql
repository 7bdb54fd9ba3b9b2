-- What administrators know better than the calendars that come with Muster. A line is withdrawn, never changed.
create table holiday_correction (
    id             bigint       not null auto_increment,
    country        varchar(2)   not null,
    region         varchar(40),
    kind           varchar(10)  not null,
    starts_on      date         not null,
    yearly         boolean      not null,
    name           varchar(120),
    reason         varchar(500) not null,
    by_name        varchar(120) not null,
    created_at     datetime(6)  not null,
    withdrawn_by   varchar(120),
    withdrawn_at   datetime(6),
    primary key (id)
);
create index ix_holiday_correction_country on holiday_correction (country);
