alter table consultant add column city varchar(80);

create table saved_search (
    id         bigint       not null auto_increment,
    account_id bigint       not null,
    name       varchar(80)  not null,
    query      varchar(400) not null,
    created_at datetime(6)  not null,
    primary key (id),
    constraint uk_saved_search unique (account_id, name),
    constraint fk_saved_search_account foreign key (account_id) references account (id)
);
