-- Where a country has several clocks, an organisation may say by which it goes.
alter table organisation add column time_zone varchar(60);

-- An offer keeps the clock that it was sent with. Those that were sent before go by the organisation's.
alter table proposal_revision add column deadline_zone varchar(60);
