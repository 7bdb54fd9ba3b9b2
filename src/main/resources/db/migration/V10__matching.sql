-- Who of the pool was changed, so that every node's index follows; rows are deleted after a day.
create table pool_change (
    id            bigint      not null auto_increment,
    consultant_id bigint      not null,
    node          varchar(36) not null,
    changed_at    datetime(6) not null,
    primary key (id)
);
create index ix_pool_change_changed_at on pool_change (changed_at);

-- The weights that a match was kept with, in the order of the parts.
alter table shortlist_entry add column weights varchar(60);
alter table shortlist_entry add column tried varchar(500);
