package org.muster.proposals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Formats;
import org.muster.proposals.DraftFigures.Line;
import org.muster.proposals.DraftFigures.Offer;
import org.muster.proposals.RevisionChanges.Change;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which days and sums of drafts differ from those that somebody saw. */
@Component
class FigureChanges {

	private final MessageSource messages;

	private final Formats formats;

	FigureChanges(MessageSource messages, Formats formats) {
		this.messages = messages;
		this.formats = formats;
	}

	/** Line by line, and the total of each alternative where it differs. */
	List<Change> between(DraftFigures seen, DraftFigures now, String currency) {
		List<Change> changes = new ArrayList<>();
		now.offers().forEach((number, offer) -> {
			Offer before = seen.offers().get(number);
			if (before != null) {
				compare(before, offer, currency, changes);
			}
		});
		return changes;
	}

	private void compare(Offer before, Offer now, String currency, List<Change> changes) {
		String prefix = (now.alternative() != null) ? say("proposals.alternative.of", now.alternative()) + ", " : "";
		now.lines().forEach((number, line) -> {
			String name = prefix + line.name();
			Line old = before.lines().get(number);
			if (old == null) {
				changes.add(new Change(name, null, summary(line, currency)));
				return;
			}
			if (!old.days().equals(line.days())) {
				changes.add(new Change(name + ": " + say("proposals.line.days"), this.formats.days(old.days()),
						this.formats.days(line.days())));
			}
			add(changes, name + ": " + say("proposals.line.amount"), old.amount(), line.amount(), currency);
		});
		for (Map.Entry<Integer, Line> gone : before.lines().entrySet()) {
			if (!now.lines().containsKey(gone.getKey())) {
				changes.add(new Change(prefix + say("proposals.line.of", gone.getKey()),
						summary(gone.getValue(), currency), null));
			}
		}
		add(changes, prefix + say("proposals.total"), before.total(), now.total(), currency);
	}

	private String summary(Line line, String currency) {
		return say("proposals.figures.line", line.days().days(), this.formats.money(line.amount(), currency));
	}

	private void add(List<Change> changes, String what, BigDecimal before, BigDecimal now, String currency) {
		if (before.compareTo(now) != 0) {
			changes.add(new Change(what, this.formats.money(before, currency), this.formats.money(now, currency)));
		}
	}

	private String say(String key, @Nullable Object... arguments) {
		return Objects.requireNonNull(this.messages.getMessage(key, arguments, Locale.ENGLISH));
	}

}
