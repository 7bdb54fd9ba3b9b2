-- Lines of open offers whose person was engaged elsewhere. Without foreign keys: whoever
-- accepts one offer marks others, and must not wait for those who act on them.
create table proposal_loss (
    proposal  varchar(20)  not null,
    revision  int          not null,
    line      int          not null,
    person    varchar(120) not null,
    lost_at   datetime(6)  not null,
    primary key (proposal, revision, line)
);
create index ix_proposal_line_consultant on proposal_line (consultant_id);
