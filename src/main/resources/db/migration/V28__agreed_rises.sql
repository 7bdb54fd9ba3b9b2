-- Which rises of rates a frame agreement gives, so that those that were typed stay when it changes.
alter table proposal_rate_step add column agreed boolean not null default false;

-- The consultant's own rate when a line was made, for what it costs by list.
alter table proposal_line add column own_rate decimal(19, 4);
