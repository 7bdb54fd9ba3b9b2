-- What the consultant's own rate comes to by the day by which a line is priced, with what it has risen by till then, and
-- the day after which it rises, where that is after the proposal was made. Without them a line was counted before own
-- rates had a day: by list it costs what the own rate says.
alter table proposal_line add column own_price decimal(19, 4);
alter table proposal_line add column own_from date;
