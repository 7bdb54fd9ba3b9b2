-- What a request asked for before a change, so that what an offer did not meet anyway is
-- not said to come of the change. Unknown for changes from before this was kept.
alter table request_amendment add column asked mediumtext;
