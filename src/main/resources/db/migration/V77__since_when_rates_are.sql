-- Since when a bill rate is what it is: frame agreements raise it on each index day after that, as they raise entries of
-- the rate card. Nobody knows by which day the rates were that are there already; until now they counted as of the day
-- on which somebody asked. So they are of the day of this upgrade: whoever asks on it is told what was told before.
alter table consultant_rate add column since date;
update consultant_rate set since = current_date;
alter table consultant_rate modify column since date not null;
