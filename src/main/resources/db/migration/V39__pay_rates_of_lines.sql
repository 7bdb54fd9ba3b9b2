-- What a day of a line is paid from a later day on, where the person's pay rate changes while the work lasts. Lines from
-- before have none: all of their days are paid alike.
create table proposal_line_pay_rate (
    line_id   bigint         not null,
    starts_on date           not null,
    pay_rate  decimal(19, 4) not null,
    primary key (line_id, starts_on),
    constraint fk_proposal_line_pay_rate foreign key (line_id) references proposal_line (id)
);
