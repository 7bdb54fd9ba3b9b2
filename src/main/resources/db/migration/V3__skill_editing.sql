-- Skills that an administrator has changed no longer follow the file of an update.
alter table skill add column edited boolean not null default false;
alter table skill add column version bigint not null default 0;

-- Words of requests and CVs that no skill answers to.
create table unanswered_word (
    id         bigint       not null auto_increment,
    word       varchar(40)  not null,
    written    varchar(40)  not null,
    texts      int          not null,
    like_name  boolean      not null,
    example    varchar(200) not null,
    dismissed  boolean      not null,
    primary key (id),
    constraint uk_unanswered_word unique (word)
);
create index ix_unanswered_word_texts on unanswered_word (dismissed, texts);
