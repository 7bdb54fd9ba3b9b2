-- Half days read from calendars lie in the morning or in the afternoon: two mornings are half a day away,
-- a morning and an afternoon a whole one.
alter table consultant_absence add column afternoon boolean not null default false;
