package org.muster.imports;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.muster.audit.Actor;
import org.muster.consultants.Consultants;
import org.muster.consultants.PersonalData;
import org.muster.consultants.PersonalRows;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The CVs that wait and name a person's e-mail. Asked first, as long as the e-mail is
 * known.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DraftData implements PersonalData {

	private static final String OF_THE_PERSON = """
			from profile_draft d join profile_draft_file f on f.draft_id = d.id
			where lower(f.text) like ? escape '!' order by d.id""";

	private final Consultants consultants;

	private final ProfileDrafts drafts;

	private final DraftFiles files;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	DraftData(Consultants consultants, ProfileDrafts drafts, DraftFiles files, JdbcTemplate jdbc, Clock clock) {
		this.consultants = consultants;
		this.drafts = drafts;
		this.files = files;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(long consultantId) {
		return Map.of("cvs", PersonalRows.of(this.jdbc,
				"select d.reference, d.file_name, d.created_at, f.text " + OF_THE_PERSON, pattern(consultantId)));
	}

	@Override
	public void erase(long consultantId, String neutralName) {
		this.jdbc.queryForList("select d.id " + OF_THE_PERSON, Long.class, pattern(consultantId)).forEach((id) -> {
			this.drafts.findById(id).ifPresent((draft) -> draft.discard(Actor.MUSTER, this.clock.instant()));
			this.files.forget(id);
		});
	}

	private String pattern(long consultantId) {
		String email = this.consultants.findById(consultantId).orElseThrow().email();
		return "%" + email.replaceAll("([!%_])", "!$1") + "%";
	}

}
