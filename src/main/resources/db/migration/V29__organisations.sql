-- An organisation can say which territory of VAT it is in, and a revision keeps the one that it was priced for where that
-- is not simply a country; organisations can be archived.
alter table organisation add column tax_territory varchar(20);
alter table organisation add column archived_at datetime(6);
alter table organisation add column archived_by_name varchar(120);
alter table organisation modify column vat_number varchar(40);
alter table proposal_revision add column vat_territory varchar(20);
