create table request_amendment (
    id         bigint       not null auto_increment,
    request_id bigint       not null,
    by_name    varchar(120) not null,
    created_at datetime(6)  not null,
    primary key (id),
    constraint fk_request_amendment foreign key (request_id) references staffing_request (id)
);
create index ix_request_amendment on request_amendment (request_id, id);

create table request_amendment_change (
    amendment_id bigint        not null,
    number       int           not null,
    label        varchar(120)  not null,
    old_value    varchar(1000) not null,
    new_value    varchar(1000) not null,
    primary key (amendment_id, number),
    constraint fk_request_amendment_change foreign key (amendment_id) references request_amendment (id)
);
