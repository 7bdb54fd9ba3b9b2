package org.muster.proposals;

import java.util.List;
import java.util.Map;

import org.muster.personaldata.PersonalData;
import org.muster.personaldata.PersonalRows;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The proposals that a person stands in. They are contracts or were to be, and are kept
 * with days and amounts, but say no more who it was.
 */
@Component
class ProposalData implements PersonalData {

	private final JdbcTemplate jdbc;

	private final Seals seals;

	ProposalData(JdbcTemplate jdbc, Seals seals) {
		this.seals = seals;
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(long id) {
		return Map.of("proposals", PersonalRows.of(this.jdbc, """
				select p.reference as proposal, v.number as revision, v.status, l.role, l.consultant_name,
					l.consultant_headline, l.reasons, l.allocation, l.starts_on, l.ends_on, l.pay_rate, l.bill_rate
				from proposal_line l join proposal_revision v on v.id = l.revision_id
				join proposal p on p.id = v.proposal_id where l.consultant_id = ? order by l.id""", id));
	}

	@Override
	public void erase(long id, String neutralName) {
		this.jdbc
			.query("select id, person_hash from proposal_line where consultant_id = ? and person_salt is not null",
					(row, index) -> Map.entry(row.getLong("id"), row.getString("person_hash")), id)
			.forEach((line) -> this.jdbc.update(
					"update proposal_line set person_salt = null, erasure_seal = ? where id = ?",
					this.seals.sealErasure(line.getValue(), neutralName), line.getKey()));
		this.jdbc.update("""
				update proposal_line set consultant_name = ?, consultant_headline = '–', reasons = '–'
				where consultant_id = ?""", neutralName, id);
		this.jdbc.update("""
				delete from proposal_line_reason where exists (select 1 from proposal_line l
					where l.id = proposal_line_reason.line_id and l.consultant_id = ?)""", id);
		this.jdbc.update("""
				update proposal_loss set person = ? where exists (select 1 from proposal_line l
					join proposal_revision v on v.id = l.revision_id join proposal p on p.id = v.proposal_id
					where p.reference = proposal_loss.proposal and v.number = proposal_loss.revision
						and l.number = proposal_loss.line and l.consultant_id = ?)""", neutralName, id);
	}

}
