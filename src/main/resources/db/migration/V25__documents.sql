-- How documents look: a version never changes, and a revision keeps that which it was sent with.
create table letterhead (
    number     int          not null,
    colour     varchar(7)   not null,
    logo       mediumblob,
    by_name    varchar(120) not null,
    created_at datetime(6)  not null,
    primary key (number)
);
alter table proposal_revision add column letterhead int;

-- Why a person, in other languages than English.
create table proposal_line_reason (
    line_id  bigint        not null,
    language varchar(2)    not null,
    reasons  varchar(2000) not null,
    primary key (line_id, language),
    constraint fk_proposal_line_reason foreign key (line_id) references proposal_line (id)
);
