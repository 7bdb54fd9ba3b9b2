create table profile_draft (
    id              bigint       not null auto_increment,
    reference       varchar(20)  not null,
    file_name       varchar(200) not null,
    kind            varchar(10)  not null,
    status          varchar(20)  not null,
    problem         varchar(60),
    consultant      varchar(20),
    created_by      bigint       not null,
    created_by_name varchar(120) not null,
    created_at      datetime(6)  not null,
    version         bigint       not null,
    primary key (id),
    constraint uk_profile_draft_reference unique (reference)
);

-- The document until it is read, and then its text until somebody has decided.
create table profile_draft_file (
    draft_id bigint not null,
    content  mediumblob,
    text     mediumtext,
    primary key (draft_id),
    constraint fk_profile_draft_file foreign key (draft_id) references profile_draft (id)
);
