-- Engagements are listed by their first day with work, of one client or of all, and looked for by the time in which they run.
create index ix_engagement_start on engagement (first_workday, last_workday);
create index ix_engagement_end on engagement (last_workday);
create index ix_engagement_of_client on engagement (organisation_id, first_workday);
