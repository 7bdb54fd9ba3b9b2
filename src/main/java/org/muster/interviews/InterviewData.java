package org.muster.interviews;

import java.util.List;
import java.util.Map;

import org.muster.personaldata.PersonalData;
import org.muster.personaldata.PersonalRows;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The interviews of a person, and what clients found in them. */
@Component
class InterviewData implements PersonalData {

	private final JdbcTemplate jdbc;

	InterviewData(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(long id) {
		return Map.of("interviews", PersonalRows.of(this.jdbc, """
				select i.reference, r.reference as request, i.status, i.asked_at, i.starts_at, i.message, i.reason,
					i.recommendation, i.verdict, i.scored_at
				from interview i join request_position p on p.id = i.position_id
				join staffing_request r on r.id = p.request_id where i.consultant_id = ? order by i.id""", id),
				"interviewScores", PersonalRows.of(this.jdbc, """
						select i.reference as interview, s.name as skill, c.points, c.note from interview_score c
						join interview i on i.id = c.interview_id join skill s on s.id = c.skill_id
						where i.consultant_id = ? order by i.id, s.name""", id));
	}

	@Override
	public void erase(long id, String neutralName) {
		for (String part : List.of("interview_score", "interview_window")) {
			this.jdbc.update("delete from " + part + " where interview_id in "
					+ "(select id from interview where consultant_id = ?)", id);
		}
		this.jdbc.update("delete from interview where consultant_id = ?", id);
	}

}
