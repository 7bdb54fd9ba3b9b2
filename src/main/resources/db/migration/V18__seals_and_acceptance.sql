-- What a sent revision says besides its lines, and the hash of all of it.
alter table proposal_revision add column title varchar(200);
alter table proposal_revision add column seller varchar(1000);
alter table proposal_revision add column buyer varchar(1000);
alter table proposal_revision add column terms_version int;
alter table proposal_revision add column content_hash varchar(64);

-- How it was accepted.
alter table proposal_revision add column signed_function varchar(120);
alter table proposal_revision add column purchase_order varchar(60);
alter table proposal_revision add column signed_address varchar(60);
alter table proposal_revision add column signed_agent varchar(300);

alter table organisation add column purchase_order_required boolean not null default false;

-- The consultancy's terms; a version never changes.
create table terms_version (
    number     int          not null,
    text       text         not null,
    by_name    varchar(120) not null,
    created_at datetime(6)  not null,
    primary key (number)
);
