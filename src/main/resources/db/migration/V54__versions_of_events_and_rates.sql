-- Of two versions of an event the later one counts, whichever calendar is uploaded last.
alter table consultant_absence add column event_sequence int;
alter table consultant_absence add column event_written_at datetime(6);

-- What an entry of the rate card says, beside what it has risen to.
alter table proposal_line add column card_listed decimal(19, 4);
