-- What somebody corrected of a table before its import: a cell of one line, or of line 0 a text wherever it stands in
-- its column. It goes with the file.
create table pool_import_mend (
    id        bigint      not null auto_increment,
    import_id bigint      not null,
    line      int         not null,
    field     varchar(20) not null,
    typed     mediumtext  not null,
    mended    text        not null,
    primary key (id),
    constraint fk_pool_import_mend foreign key (import_id) references pool_import (id)
);
create index ix_pool_import_mend on pool_import_mend (import_id);

-- The trail keeps what was said of a goal before somebody said it anew, which is as long as a note.
alter table audit_entry modify column detail varchar(2000);
