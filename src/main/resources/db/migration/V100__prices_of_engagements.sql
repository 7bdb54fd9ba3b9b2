-- The price schedule of an engagement: all that its accepted line was priced by, so that the days that are worked
-- cost what was offered.
alter table engagement add column discount_percent decimal(5, 2) not null default 0;
alter table engagement add column on_call_factor decimal(5, 2);
alter table engagement add column weekend_factor decimal(5, 2);
alter table engagement add column weekend varchar(40);
alter table engagement add column exchanged_currency varchar(3);
alter table engagement add column exchange_rate decimal(30, 16);
alter table engagement add column exchanged_on date;
alter table engagement add column whole_discount_percent decimal(5, 2) not null default 0;
alter table engagement add column volume_percent decimal(5, 2) not null default 0;

create table engagement_rate_step (
    engagement_id bigint        not null,
    starts_on     date          not null,
    percent       decimal(5, 2) not null,
    primary key (engagement_id, starts_on),
    constraint fk_engagement_rate_step foreign key (engagement_id) references engagement (id)
) collate utf8mb4_0900_as_cs;

update engagement set discount_percent = coalesce((
    select l.discount_percent from proposal p join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    where p.reference = engagement.proposal_reference), 0);
update engagement set on_call_factor = (
    select l.on_call_factor from proposal p join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    where p.reference = engagement.proposal_reference);
update engagement set weekend_factor = (
    select l.weekend_factor from proposal p join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    where p.reference = engagement.proposal_reference);
update engagement set weekend = (
    select l.weekend from proposal p join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    where p.reference = engagement.proposal_reference);
update engagement set exchanged_currency = (
    select case when l.exchange_rate is not null then l.pay_currency end from proposal p
    join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    where p.reference = engagement.proposal_reference);
update engagement set exchange_rate = (
    select l.exchange_rate from proposal p join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    where p.reference = engagement.proposal_reference);
update engagement set exchanged_on = (
    select l.exchanged_on from proposal p join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    where p.reference = engagement.proposal_reference);
update engagement set whole_discount_percent = coalesce((
    select v.discount_percent from proposal p join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    where p.reference = engagement.proposal_reference), 0);
update engagement set volume_percent = coalesce((
    select v.volume_percent from proposal p join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    where p.reference = engagement.proposal_reference), 0);

-- What the frame agreement raises rates by before the day from which the card's entry holds does not raise it.
insert into engagement_rate_step (engagement_id, starts_on, percent)
select e.id, s.starts_on, s.percent from engagement e join proposal p on p.reference = e.proposal_reference
join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
join proposal_line l on l.revision_id = v.id and l.number = e.line_number
join proposal_rate_step s on s.revision_id = v.id
where s.agreed = false or l.card_from is null or s.starts_on > l.card_from;
