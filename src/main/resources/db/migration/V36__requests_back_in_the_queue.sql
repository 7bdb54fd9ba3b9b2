-- A request whose last open proposal ended without acceptance is to be answered again.
update staffing_request set status = 'MATCHING' where status = 'PROPOSED'
    and not exists (select 1 from proposal p join proposal_revision v on v.proposal_id = p.id
        where p.request_id = staffing_request.id and v.status in ('SENT', 'ACCEPTED'))
    and exists (select 1 from proposal p join proposal_revision v on v.proposal_id = p.id
        where p.request_id = staffing_request.id and v.status = 'DRAFT');
update staffing_request set status = 'SUBMITTED' where status = 'PROPOSED'
    and not exists (select 1 from proposal p join proposal_revision v on v.proposal_id = p.id
        where p.request_id = staffing_request.id and v.status in ('SENT', 'ACCEPTED', 'DRAFT'));
