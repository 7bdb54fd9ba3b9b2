package org.muster.cvs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.muster.audit.Actor;
import org.muster.consultants.Consultants;
import org.muster.forms.MailAddresses;
import org.muster.forms.SearchText;
import org.muster.personaldata.PersonalData;
import org.muster.personaldata.PersonalRows;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A person's own CVs that wait, by the e-mail. Asked first, as long as the e-mail is
 * known.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DraftData implements PersonalData {

	/** The first e-mail address of a CV is that of whose CV it is. */
	private static final Pattern ADDRESS = Pattern.compile("[^\\s,;:|<>()\\[\\]]+@[^\\s,;|<>()\\[\\]]+");

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
		return Map.of("cvs", drafts(consultantId).stream().flatMap((id) -> PersonalRows.of(this.jdbc, """
				select d.reference, d.file_name, d.created_at, f.text from profile_draft d
				join profile_draft_file f on f.draft_id = d.id where d.id = ?""", id).stream()).toList());
	}

	@Override
	public void erase(long consultantId, String neutralName) {
		drafts(consultantId).forEach((id) -> {
			this.drafts.findById(id).ifPresent((draft) -> draft.discard(Actor.MUSTER, this.clock.instant()));
			this.files.forget(id);
		});
	}

	private List<Long> drafts(long consultantId) {
		String email = this.consultants.findById(consultantId).orElseThrow().email();
		List<Long> own = new ArrayList<>();
		this.jdbc.query(
				"select draft_id, text from profile_draft_file where lower(text) like ? escape '!' order by draft_id",
				(row) -> {
					Matcher address = ADDRESS.matcher(row.getString("text"));
					if (address.find() && MailAddresses.normal(address.group()).equals(MailAddresses.normal(email))) {
						own.add(row.getLong("draft_id"));
					}
				}, "%" + SearchText.literal(email) + "%");
		return own;
	}

}
