alter table invitation add column leads_to varchar(20);
