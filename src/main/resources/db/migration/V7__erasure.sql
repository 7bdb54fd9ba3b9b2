alter table consultant add column erased_at datetime(6);
