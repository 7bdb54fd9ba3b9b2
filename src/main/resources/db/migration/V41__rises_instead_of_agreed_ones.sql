-- What a frame agreement raises rates by on a day for which something else was typed: the list price follows it.
alter table proposal_rate_step add column instead_of decimal(5, 2);
