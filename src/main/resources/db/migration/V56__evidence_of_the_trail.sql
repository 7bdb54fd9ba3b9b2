-- Each entry of the audit trail is sealed by a key outside of the database. What a detail says is sealed by its salted
-- hash only, so that it can be removed where a person asks for it, and is said to be removed.
alter table audit_entry modify column subject varchar(254) not null;
alter table audit_entry add column proof varchar(120);
alter table audit_entry add column detail_salt varchar(32);
alter table audit_entry add column detail_hash varchar(64);
-- Two entries that say the same are two, and a copy of one is none.
alter table audit_entry add column nonce varchar(32);
alter table audit_entry add column seal varchar(120);
alter table audit_entry add column redacted_at datetime(6);
alter table audit_entry add column redaction_seal varchar(120);

-- Where in the chain it is: each link seals the one before, so that none can be taken out.
alter table audit_entry add column link_number bigint;
alter table audit_entry add column link varchar(120);
create unique index ux_audit_entry_link on audit_entry (link_number);
create index ix_audit_entry_seal on audit_entry (seal);
create index ix_audit_entry_proof on audit_entry (proof);

-- The end of the chain, in one row. Until everything from before seals is sealed, it is not complete.
create table audit_chain (
    id       int          not null,
    name     varchar(36)  not null,
    began_at datetime(6)  not null,
    complete boolean      not null,
    length   bigint       not null,
    link     varchar(120) not null,
    seal     varchar(120) not null,
    primary key (id)
);
