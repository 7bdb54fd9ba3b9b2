-- Engagements are listed by their start, of one client or of all, and looked for by the time in which they run.
create index ix_engagement_start on engagement (starts_on, ends_on);
create index ix_engagement_end on engagement (ends_on);
create index ix_engagement_of_client on engagement (organisation_id, starts_on);
