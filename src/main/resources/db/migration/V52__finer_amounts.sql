-- Of weak currencies many units stand for one: eight decimals were too few of a rate.
alter table proposal_line modify column exchange_rate decimal(30, 16);
-- Amounts of the comparison have as many decimals as their currency.
alter table request_assumption modify column amount decimal(16, 4) not null;
