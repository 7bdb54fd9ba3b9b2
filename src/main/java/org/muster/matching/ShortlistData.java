package org.muster.matching;

import java.util.List;
import java.util.Map;

import org.muster.personaldata.PersonalData;
import org.muster.personaldata.PersonalRows;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The shortlists that a person stands on. */
@Component
class ShortlistData implements PersonalData {

	private final JdbcTemplate jdbc;

	ShortlistData(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(long id) {
		return Map.of("shortlists", PersonalRows.of(this.jdbc, """
				select r.reference as request, p.number as position, e.score, e.added_at from shortlist_entry e
				join request_position p on p.id = e.position_id join staffing_request r on r.id = p.request_id
				where e.consultant_id = ? order by e.id""", id));
	}

	@Override
	public void erase(long id, String neutralName) {
		this.jdbc.update("delete from shortlist_entry where consultant_id = ?", id);
	}

}
