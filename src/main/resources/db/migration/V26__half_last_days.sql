-- Whether only the first half of the last day is worked, so that 16.5 days are 16.5.
alter table proposal_line add column half_last_day boolean not null default false;
