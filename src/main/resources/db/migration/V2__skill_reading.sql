-- What reading skills out of free text needs: the spellings that are words of the language
-- too ("Go?") or count only in their capitals ("REST!"), and the words that decide for them.
alter table skill add column marked varchar(400) not null default '';
alter table skill add column deciding varchar(255) not null default '';
