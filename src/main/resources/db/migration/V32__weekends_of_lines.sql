-- The days of the week that a line was priced with as its weekend; null for Saturday and Sunday.
alter table proposal_line add column weekend varchar(40);
