-- Attempts to sign in that failed or are not decided yet; the account as a hash, since people type passwords there too.
create table sign_in_attempt (
    id       bigint      not null auto_increment,
    account  varchar(64) not null,
    address  varchar(64) not null,
    tried_at datetime(6) not null,
    primary key (id)
);
create index ix_sign_in_attempt_account on sign_in_attempt (account, tried_at);
create index ix_sign_in_attempt_address on sign_in_attempt (address, tried_at);
create index ix_sign_in_attempt_tried_at on sign_in_attempt (tried_at);
