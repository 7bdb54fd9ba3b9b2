-- Offers that end, and the alternatives of a round.
create index ix_proposal_revision_valid_until on proposal_revision (status, valid_until);
create index ix_proposal_revision_round on proposal_revision (proposal_id, send_round);

-- All amounts of money have one precision: fifteen digits, and one more decimal than any currency.
alter table request_assumption modify column amount decimal(19, 4) not null;

-- Whoever changes rates or agreements looks for others that clash while nobody else changes any.
insert into shared_version (name, version) values ('rates', 0);
