-- Texts and files of other people that may name somebody who was erased: where, and never whom.
create table erasure_trace (
    id              bigint      not null auto_increment,
    consultant_id   bigint      not null,
    place           varchar(80) not null,
    row_key         varchar(80) not null,
    passages        varchar(400),
    fingerprint     varchar(64),
    found_at        datetime(6) not null,
    settled_how     varchar(20),
    settled_by_name varchar(120),
    settled_at      datetime(6),
    reason          varchar(500),
    primary key (id),
    constraint uk_erasure_trace unique (consultant_id, place, row_key),
    constraint fk_erasure_trace foreign key (consultant_id) references consultant (id)
);
