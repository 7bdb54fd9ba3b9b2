-- A number for each thing that every node holds in memory, or that only one node may do at a time.
create table shared_version (
    name    varchar(40) not null,
    version bigint      not null,
    primary key (name)
);
insert into shared_version (name, version) values ('taxonomy', 0);
insert into shared_version (name, version) values ('first-administrator', 0);
