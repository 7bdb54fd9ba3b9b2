-- The jobs of db-scheduler.
create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            blob,
    execution_time       datetime(6)  not null,
    picked               boolean      not null,
    picked_by            varchar(50),
    last_success         datetime(6),
    last_failure         datetime(6),
    consecutive_failures int,
    last_heartbeat       datetime(6),
    version              bigint       not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index ix_scheduled_tasks_execution on scheduled_tasks (execution_time);
create index ix_scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

create table pool_import (
    id              bigint        not null auto_increment,
    reference       varchar(20)   not null,
    file_name       varchar(200)  not null,
    format          varchar(10)   not null,
    status          varchar(20)   not null,
    header          text          not null,
    mapping         varchar(2000) not null,
    total           int           not null,
    done            int           not null,
    added           int           not null,
    changed         int           not null,
    unchanged       int           not null,
    refused         int           not null,
    problem         varchar(500),
    created_by      bigint        not null,
    created_by_name varchar(120)  not null,
    created_at      datetime(6)   not null,
    finished_at     datetime(6),
    version         bigint        not null,
    primary key (id),
    constraint uk_pool_import_reference unique (reference)
);

create table pool_import_part (
    import_id bigint     not null,
    number    int        not null,
    content   mediumblob not null,
    primary key (import_id, number),
    constraint fk_pool_import_part foreign key (import_id) references pool_import (id)
);

create table pool_import_problem (
    id          bigint       not null auto_increment,
    import_id   bigint       not null,
    line        int          not null,
    column_name varchar(200) not null,
    reason      varchar(60)  not null,
    typed       varchar(200) not null,
    fatal       boolean      not null,
    primary key (id),
    constraint fk_pool_import_problem foreign key (import_id) references pool_import (id)
);
create index ix_pool_import_problem on pool_import_problem (import_id, line);
