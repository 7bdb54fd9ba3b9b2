-- What nobody has stated of a skill stays unknown.
alter table consultant_skill modify column level int null;
alter table consultant_skill modify column years int null;
alter table consultant_skill modify column last_used int null;

-- How a table is read: the line of its headings (0 in tables that were uploaded before, where it is the first that is
-- not blank), its encoding, and the order of day and month in its dates.
alter table pool_import add column heading_line int not null default 0;
alter table pool_import add column encoding varchar(20);
alter table pool_import add column date_order varchar(20);

-- The rows that did not go in, to be mended and uploaded again. They are personal data and kept for some days only.
create table pool_import_left_out (
    id        bigint not null auto_increment,
    import_id bigint not null,
    line      int    not null,
    cells     mediumtext not null,
    reasons   text   not null,
    primary key (id),
    constraint fk_pool_import_left_out foreign key (import_id) references pool_import (id)
);
create index ix_pool_import_left_out on pool_import_left_out (import_id, line);

-- Names as searches compare them: without case, accents and apostrophes. Filled when the portal starts.
alter table organisation add column search_name varchar(600);
alter table staffing_request add column search_title varchar(1000);
alter table consultant add column search_name varchar(600);
