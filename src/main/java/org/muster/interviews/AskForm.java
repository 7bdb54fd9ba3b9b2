package org.muster.interviews;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.forms.Inputs;

import org.springframework.validation.BindingResult;

/**
 * Times that suit a client.
 *
 * @param zone the client's time zone
 * @param start the first instants of half hours, as ISO 8601 writes them
 */
record AskForm(@Nullable String zone, List<String> start, @Nullable @Size(max = 1000) String message) {

	AskForm {
		start = Objects.requireNonNullElse(start, List.of());
	}

	static AskForm empty(ZoneId zone) {
		return new AskForm(zone.getId(), List.of(), "");
	}

	/** The time zone, or another where it is none that exists. */
	ZoneId zoneOr(ZoneId other) {
		String id = Inputs.text(this.zone);
		return ZoneId.getAvailableZoneIds().contains(id) ? ZoneId.of(id) : other;
	}

	/** Says what is wrong with the time zone. */
	void checkZone(BindingResult binding) {
		if (!ZoneId.getAvailableZoneIds().contains(Inputs.text(this.zone))) {
			binding.rejectValue("zone", "interviews.zone.unknown");
		}
	}

	/** Says what is wrong with the times. */
	void checkTimes(Set<Instant> free, BindingResult binding) {
		List<Instant> chosen = starts();
		if (this.start.isEmpty()) {
			binding.reject("interviews.start.none");
		}
		else if (this.start.size() > Interview.MOST_WINDOWS) {
			binding.reject("interviews.start.many");
		}
		else if (chosen.size() < this.start.size() || !free.containsAll(chosen)) {
			binding.reject("interviews.start.taken");
		}
	}

	/** Those that are instants, each once. */
	public List<Instant> starts() {
		Set<String> texts = this.start.stream().map(Inputs::text).collect(Collectors.toSet());
		List<Instant> starts = new ArrayList<>();
		for (String text : texts) {
			try {
				starts.add(Instant.parse(text));
			}
			catch (DateTimeException ex) {
				// What the page does not offer is told by checkTimes.
			}
		}
		return starts;
	}

}
