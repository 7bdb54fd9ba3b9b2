create table notification (
    id          bigint       not null auto_increment,
    account_id  bigint       not null,
    kind        varchar(30)  not null,
    subject     varchar(20)  not null,
    title       varchar(120) not null,
    link        varchar(200) not null,
    by_name     varchar(120) not null,
    detail      varchar(500),
    created_at  datetime(6)  not null,
    read_at     datetime(6),
    in_portal   boolean      not null,
    for_digest  boolean      not null,
    primary key (id),
    constraint fk_notification_account foreign key (account_id) references account (id)
);
create index ix_notification_unread on notification (account_id, in_portal, read_at);
create index ix_notification_digest on notification (for_digest, account_id);

-- What a person has switched otherwise than it is usual.
create table notification_choice (
    account_id bigint      not null,
    kind       varchar(30) not null,
    in_portal  boolean     not null,
    by_mail    boolean     not null,
    primary key (account_id, kind),
    constraint fk_notification_choice foreign key (account_id) references account (id)
);

create table notification_digest (
    account_id bigint not null,
    sent_on    date   not null,
    primary key (account_id),
    constraint fk_notification_digest foreign key (account_id) references account (id)
);

create table mail_out (
    id          bigint       not null auto_increment,
    recipient   varchar(254) not null,
    subject     varchar(200) not null,
    plain       mediumtext   not null,
    html        mediumtext   not null,
    created_at  datetime(6)  not null,
    tries       int          not null,
    next_try_at datetime(6),
    sent_at     datetime(6),
    problem     varchar(300),
    primary key (id)
);
create index ix_mail_out_next on mail_out (next_try_at);
