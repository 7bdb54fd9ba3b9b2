package org.muster.engagements;

import java.util.List;
import java.util.Map;

import org.muster.personaldata.PersonalData;
import org.muster.personaldata.PersonalRows;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The engagements of a person, kept under a neutral name for as long as the law wants.
 */
@Component
class EngagementData implements PersonalData {

	private final JdbcTemplate jdbc;

	EngagementData(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(long id) {
		return Map.of("engagements", PersonalRows.of(this.jdbc, """
				select e.reference, e.proposal_reference, o.name as organisation, e.role, e.allocation, e.starts_on,
					e.ends_on, e.first_workday, e.last_workday, e.bill_rate, e.currency
				from engagement e join organisation o on o.id = e.organisation_id
				where e.consultant_id = ? order by e.starts_on""", id));
	}

	@Override
	public void erase(long id, String neutralName) {
		this.jdbc.update("update engagement set consultant_name = ? where consultant_id = ?", neutralName, id);
	}

}
