-- What the form takes, and what two merged skills may have, fits.
alter table skill modify column marked varchar(4000) not null default '';
alter table skill modify column deciding varchar(2000) not null default '';
