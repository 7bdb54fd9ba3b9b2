-- However an offer ends, that is sealed: not only an acceptance, but a refusal, a withdrawal, and that it expired, was
-- superseded or not chosen. Of a reason a salted hash is sealed, so that a name can be taken out of it.
alter table proposal_revision rename column acceptance_seal to end_seal;
alter table proposal_revision add column end_sealed_later boolean not null default false;
alter table proposal_revision add column reason_salt varchar(32);
alter table proposal_revision add column reason_hash varchar(64);
alter table proposal_revision add column reason_seal varchar(120);

-- Which kinds of seals there were when everything from before was sealed: each kind seals what is old once.
alter table audit_chain add column generation int not null default 1;
