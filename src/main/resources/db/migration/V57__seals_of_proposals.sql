-- The hash says what was sent; the seal, made with a key outside of the database, that it was not changed since, together
-- with its people, its terms and the revision before. Of people a salted hash is sealed: without the salt, as after
-- an erasure, nobody can guess from it who it was.
alter table proposal_revision add column seal varchar(120);
alter table proposal_revision add column sealed_later boolean not null default false;
alter table proposal_revision add column acceptance_seal varchar(120);
create index ix_proposal_revision_seal on proposal_revision (seal);
create index ix_proposal_revision_acceptance_seal on proposal_revision (acceptance_seal);

alter table proposal_line add column person_salt varchar(32);
alter table proposal_line add column person_hash varchar(64);
alter table proposal_line add column erasure_seal varchar(120);

alter table terms_version add column seal varchar(120);
