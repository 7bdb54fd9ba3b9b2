-- Years of experience that nobody has stated stay unknown.
alter table consultant modify column years int null;

-- Imports entered none where a table said nothing. Nobody above a junior has worked less than a year, so that of them
-- none was stated; a junior may have begun, and keeps what the profile says. Nothing is known of people who are erased.
update consultant set years = null where years = 0 and (seniority <> 'JUNIOR' or erased_at is not null);
