-- The first and the last day with work of an engagement: it may begin or end on a public holiday, a closing or leave.
alter table engagement add column first_workday date;
alter table engagement add column last_workday date;

-- By the letters of the dates of each month: worked in whole, in half, or in half because of leave.
update engagement set first_workday = (
    select min(timestampadd(day, least(
        coalesce(nullif(locate('W', m.codes), 0), 99),
        coalesce(nullif(locate('w', m.codes), 0), 99),
        coalesce(nullif(locate('M', m.codes), 0), 99)) - 1, m.month_start))
    from proposal p
    join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    join proposal_line_month m on m.line_id = l.id
    where p.reference = engagement.proposal_reference and (locate('W', m.codes) > 0 or locate('w', m.codes) > 0
        or locate('M', m.codes) > 0));

-- The last of those letters is where all others end.
update engagement set last_workday = (
    select max(timestampadd(day, nullif(char_length(rtrim(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        m.codes, '.', ' '), 'H', ' '), 'h', ' '), 'C', ' '), 'c', ' '), 'L', ' '), 'l', ' '), 'P', ' '), 'p', ' '), '-', ' '))), 0) - 1,
        m.month_start))
    from proposal p
    join proposal_revision v on v.proposal_id = p.id and v.status = 'ACCEPTED'
    join proposal_line l on l.revision_id = v.id and l.number = engagement.line_number
    join proposal_line_month m on m.line_id = l.id
    where p.reference = engagement.proposal_reference and (locate('W', m.codes) > 0 or locate('w', m.codes) > 0
        or locate('M', m.codes) > 0));

update engagement set first_workday = starts_on where first_workday is null;
update engagement set last_workday = ends_on where last_workday is null;
alter table engagement modify column first_workday date not null;
alter table engagement modify column last_workday date not null;
