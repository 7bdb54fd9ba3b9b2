package org.muster.requests;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All templates that a person may start from: those of the consultancy's people first,
 * since they were made for somebody.
 */
@Component
class Templates {

	private final RoleTemplates standard;

	private final OwnTemplates own;

	Templates(RoleTemplates standard, OwnTemplates own) {
		this.standard = standard;
		this.own = own;
	}

	/** Those that are offered to an organisation, within a transaction. */
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public List<PositionTemplate> of(long organisation) {
		return Stream
			.concat(this.own.offeredTo(organisation).stream().map(OwnTemplate::contents), this.standard.all().stream())
			.toList();
	}

	/** One of them. */
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public Optional<PositionTemplate> find(String key, long organisation) {
		return of(organisation).stream().filter((template) -> template.key().equals(key)).findFirst();
	}

}
