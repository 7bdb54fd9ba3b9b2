-- Amounts have up to four decimals: those of the unidad de fomento; dinars have three.
alter table proposal_revision modify column subtotal decimal(19, 4) not null;
alter table proposal_revision modify column vat decimal(19, 4) not null;
alter table proposal_revision modify column total decimal(19, 4) not null;
alter table proposal_revision modify column cap decimal(19, 4);
alter table proposal_line modify column bill_rate decimal(19, 4) not null;
alter table proposal_line modify column pay_rate decimal(19, 4) not null;
alter table proposal_line modify column card_rate decimal(19, 4);
alter table proposal_line modify column amount decimal(19, 4) not null;
alter table proposal_line_month modify column amount decimal(19, 4) not null;
alter table proposal_vat modify column net decimal(19, 4) not null;
alter table proposal_vat modify column tax decimal(19, 4) not null;
alter table engagement modify column bill_rate decimal(19, 4) not null;
alter table rate_card_entry modify column day_rate decimal(19, 4) not null;
alter table staffing_request modify column rate_cap decimal(19, 4);
alter table staffing_request modify column budget decimal(19, 4);
alter table consultant_rate modify column pay_rate decimal(19, 4) not null;
alter table consultant_rate modify column bill_rate decimal(19, 4) not null;
