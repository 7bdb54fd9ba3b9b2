create table request_comment (
    id          bigint        not null auto_increment,
    request_id  bigint        not null,
    part        varchar(20)   not null,
    author_id   bigint        not null,
    author_name varchar(120)  not null,
    of_client   boolean       not null,
    shared      boolean       not null,
    text        varchar(4000) not null,
    created_at  datetime(6)   not null,
    primary key (id),
    constraint fk_request_comment_request foreign key (request_id) references staffing_request (id),
    constraint fk_request_comment_author foreign key (author_id) references account (id)
);
create index ix_request_comment on request_comment (request_id, id);

create table request_attachment (
    id          bigint       not null auto_increment,
    request_id  bigint       not null,
    token       varchar(43)  not null,
    file_name   varchar(200) not null,
    kind        varchar(10)  not null,
    bytes       bigint       not null,
    by_name     varchar(120) not null,
    created_at  datetime(6)  not null,
    primary key (id),
    constraint uk_request_attachment unique (token),
    constraint fk_request_attachment foreign key (request_id) references staffing_request (id)
);
create index ix_request_attachment on request_attachment (request_id, id);

create table request_presence (
    request_id bigint       not null,
    account_id bigint       not null,
    name       varchar(120) not null,
    place      varchar(20)  not null,
    seen_at    datetime(6)  not null,
    primary key (request_id, account_id),
    constraint fk_request_presence_request foreign key (request_id) references staffing_request (id),
    constraint fk_request_presence_account foreign key (account_id) references account (id)
);

alter table organisation add column approval_required boolean not null default false;
alter table staffing_request add column approval_asked_by varchar(120);
alter table staffing_request add column approval_asked_at datetime(6);
