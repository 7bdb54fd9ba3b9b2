-- What a client would have otherwise in an offer, and what became of it.
create table counter_proposal (
    id               bigint        not null auto_increment,
    proposal_id      bigint        not null,
    revision         int           not null,
    reason           varchar(1000) not null,
    by_id            bigint        not null,
    by_name          varchar(120)  not null,
    created_at       datetime(6)   not null,
    status           varchar(20)   not null,
    settled_by_name  varchar(120),
    settled_at       datetime(6),
    answer           varchar(1000),
    answer_revision  int,
    version          bigint        not null,
    primary key (id),
    constraint fk_counter_proposal foreign key (proposal_id) references proposal (id)
);
create index ix_counter_proposal on counter_proposal (proposal_id, id);

create table counter_proposal_change (
    counter_id bigint      not null,
    line       int         not null,
    kind       varchar(20) not null,
    wish       varchar(40) not null,
    primary key (counter_id, line, kind),
    constraint fk_counter_proposal_change foreign key (counter_id) references counter_proposal (id)
);
