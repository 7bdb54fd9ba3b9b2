-- Which people of the pool an entry, a notice or an e-mail names: they are forgotten by identity, and not by their name.
create table audit_person (
    entry_id      bigint not null,
    consultant_id bigint not null,
    primary key (entry_id, consultant_id),
    constraint fk_audit_person_entry foreign key (entry_id) references audit_entry (id),
    constraint fk_audit_person_consultant foreign key (consultant_id) references consultant (id)
);
create index ix_audit_person_consultant on audit_person (consultant_id);

-- Of older entries only engagements say whom they name; the others are looked through when somebody is erased.
insert into audit_person (entry_id, consultant_id)
select e.id, g.consultant_id from audit_entry e join engagement g on g.reference = e.subject
where e.act in ('engagement.started', 'engagement.reviewed');

alter table notification add column consultant_id bigint;
create index ix_notification_consultant on notification (consultant_id);

create table mail_person (
    mail_id       bigint not null,
    consultant_id bigint not null,
    primary key (mail_id, consultant_id),
    constraint fk_mail_person_mail foreign key (mail_id) references mail_out (id) on delete cascade,
    constraint fk_mail_person_consultant foreign key (consultant_id) references consultant (id)
);
create index ix_mail_person_consultant on mail_person (consultant_id);
