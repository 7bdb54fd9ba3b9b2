-- What an offer may come to: by absence that nobody plans, by more scope, and at the most.
alter table proposal_line add column absence_percent decimal(5, 2) not null default 0;
alter table proposal_revision add column scope_percent decimal(5, 2) not null default 0;
alter table proposal_revision add column cap decimal(15, 2);
