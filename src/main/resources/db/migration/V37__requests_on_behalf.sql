-- Requests that account managers enter for clients, who told them by phone or e-mail.
alter table staffing_request add column on_behalf boolean not null default false;
