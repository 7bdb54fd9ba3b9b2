-- The audit trail is looked through by who acted, by act and by date, always from the newest on.
create index ix_audit_entry_act on audit_entry (act, id);
create index ix_audit_entry_actor on audit_entry (actor_id, id);
create index ix_audit_entry_happened_at on audit_entry (happened_at);

-- Somebody's latest notifications, and those that were read long ago.
create index ix_notification_latest on notification (account_id, in_portal, created_at);
create index ix_notification_read on notification (read_at);

-- An e-mail that has gone is not tried again: whoever looks for those that are due does not come across it.
update mail_out set next_try_at = null where sent_at is not null;
create index ix_mail_out_sent on mail_out (sent_at);

-- Who is where for the moment, and absences that are not over.
create index ix_request_presence_seen on request_presence (seen_at);
create index ix_consultant_absence_end on consultant_absence (ends_on);
