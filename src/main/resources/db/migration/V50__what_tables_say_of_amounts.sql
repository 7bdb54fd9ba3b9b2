-- What the dates of each column tell of their order, and what a table says of its amounts besides their headings.
alter table pool_import add column date_orders varchar(4000) not null default '';
alter table pool_import add column amount_notes varchar(3000) not null default '';
-- The seniority of new people whose row says nothing of it: such rows are left out where nobody has chosen one.
alter table pool_import add column new_seniority varchar(20);
-- How many of its rows a workbook does not show, as behind a filter.
alter table pool_import add column hidden_rows int not null default 0;
