-- What may name somebody who was erased, by a last name or initials alone, is told apart from what does.
alter table erasure_trace add column possible boolean not null default false;
