-- Revisions that are sent together are alternatives: the client takes one of them.
alter table proposal_revision add column send_round int not null default 0;
update proposal_revision set send_round = number;
