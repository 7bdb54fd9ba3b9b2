-- Runs of the verification, as all portals see them. One that goes on holds the only place; it is given up when nothing
-- is told of it any more.
create table verification_run (
    id         bigint      not null auto_increment,
    place      int,
    started_at datetime(6) not null,
    told_at    datetime(6) not null,
    ended_at   datetime(6),
    failed     boolean     not null default false,
    primary key (id),
    constraint uk_verification_run unique (place)
);

create table verification_kind (
    run_id       bigint      not null,
    number       int         not null,
    kind         varchar(20) not null,
    expected     bigint      not null,
    verified     bigint      not null,
    problems     bigint      not null,
    erased       bigint      not null,
    sealed_later bigint      not null,
    done         boolean     not null,
    primary key (run_id, number),
    constraint fk_verification_kind foreign key (run_id) references verification_run (id) on delete cascade
);

create table verification_problem (
    run_id  bigint       not null,
    kind    varchar(20)  not null,
    number  int          not null,
    subject varchar(200) not null,
    problem varchar(20)  not null,
    primary key (run_id, kind, number),
    constraint fk_verification_problem foreign key (run_id) references verification_run (id) on delete cascade
);
