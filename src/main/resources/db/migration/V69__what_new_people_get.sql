-- What new people get whose row in a table does not say it: chosen for each table, no longer the same for all.
alter table pool_import add column new_employment varchar(20);
alter table pool_import add column new_mode varchar(20);

-- Imports that were started before were told so.
update pool_import set new_employment = 'EMPLOYEE', new_mode = 'REMOTE' where status <> 'MAPPING';
