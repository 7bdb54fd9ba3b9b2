package org.muster.proposals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.Consultants;
import org.muster.consultants.NameRow;
import org.muster.forms.Formats;

import org.springframework.stereotype.Component;

/** Change requests as pages show them. */
@Component
class WishedChanges {

	private final CounterProposals counters;

	private final Consultants consultants;

	private final Formats formats;

	WishedChanges(CounterProposals counters, Consultants consultants, Formats formats) {
		this.counters = counters;
		this.consultants = consultants;
		this.formats = formats;
	}

	/**
	 * A wish as a page shows it.
	 *
	 * @param person of the line
	 * @param before what the offer says
	 * @param wish what is wished for, or {@code null} for whoever fits best
	 */
	public record Wished(ChangeRequest.Kind kind, String person, String before, @Nullable String wish) {
	}

	/** A counter-proposal as a page shows it. */
	public record Countered(CounterProposal counter, List<Wished> wishes) {
	}

	/** Those of a proposal, the latest first. */
	List<Countered> of(Proposal proposal) {
		List<CounterProposal> all = this.counters.of(proposal.id());
		Map<String, String> names = names(all);
		return all.stream().map((counter) -> {
			ProposalRevision offer = proposal.requireRevision(counter.revision());
			return new Countered(counter, counter.wishes().stream().map((wish) -> shown(wish, offer, names)).toList());
		}).toList();
	}

	/** Of those who are asked for by name; none who was erased since. */
	private Map<String, String> names(List<CounterProposal> counters) {
		Set<String> references = counters.stream()
			.flatMap((counter) -> counter.wishes().stream())
			.filter((wish) -> wish.kind() == ChangeRequest.Kind.PERSON && !wish.wish().equals(ChangeRequest.ANYBODY))
			.map(ChangeRequest::wish)
			.collect(Collectors.toSet());
		return references.isEmpty() ? Map.of()
				: this.consultants.namesOf(references)
					.stream()
					.collect(Collectors.toMap(NameRow::reference, NameRow::name));
	}

	private Wished shown(ChangeRequest wish, ProposalRevision offer, Map<String, String> names) {
		ProposalLine line = offer.requireLine(wish.line());
		String before = switch (wish.kind()) {
			case DAYS -> this.formats.days(line.days());
			case START -> this.formats.date(line.dates().from());
			case RATE -> this.formats.rate(line.dayRate(), offer.currency());
			case PERSON -> line.consultantName();
		};
		String after = switch (wish.kind()) {
			case DAYS -> this.formats.days(wish.days());
			case START -> this.formats.date(wish.start());
			case RATE -> this.formats.rate(wish.rate(), offer.currency());
			case PERSON ->
				wish.wish().equals(ChangeRequest.ANYBODY) ? null : names.getOrDefault(wish.wish(), wish.wish());
		};
		return new Wished(wish.kind(), line.consultantName(), before, after);
	}

}
