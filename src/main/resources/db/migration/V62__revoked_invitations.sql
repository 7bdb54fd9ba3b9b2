alter table invitation add column revoked_at datetime(6);
