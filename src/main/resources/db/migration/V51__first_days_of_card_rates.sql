-- From when on the rate holds that the card says of a line, where that is after its proposal was made: what a frame
-- agreement raises rates by before that day does not raise it.
alter table proposal_line add column card_from date;
