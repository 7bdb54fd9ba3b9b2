package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.forms.Formats;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a revision offers otherwise than the one before, change by change. */
@Component
class RevisionChanges {

	private final MessageSource messages;

	private final Formats formats;

	RevisionChanges(MessageSource messages, Formats formats) {
		this.messages = messages;
		this.formats = formats;
	}

	/**
	 * A change.
	 *
	 * @param what a person's name, or what of the offer
	 * @param before {@code null} for what was not there
	 * @param after {@code null} for what is gone
	 */
	public record Change(String what, @Nullable String before, @Nullable String after) {
	}

	/** Those of lines first, in their order; then those of the whole. */
	List<Change> between(ProposalRevision before, ProposalRevision after) {
		List<Change> changes = new ArrayList<>();
		for (ProposalLine line : after.lines()) {
			Optional<ProposalLine> same = same(line, before);
			if (same.isEmpty()) {
				changes.add(new Change(line.consultantName(), null, summary(line, after)));
			}
			else {
				compare(same.get(), line, before, after, changes);
			}
		}
		before.lines()
			.stream()
			.filter((line) -> same(line, after).isEmpty())
			.forEach((line) -> changes.add(new Change(line.consultantName(), summary(line, before), null)));
		compare(before, after, changes);
		return changes;
	}

	/**
	 * Lines keep their number from revision to revision; another person is another line.
	 */
	private static Optional<ProposalLine> same(ProposalLine line, ProposalRevision revision) {
		return revision.lines()
			.stream()
			.filter((one) -> one.number() == line.number() && one.consultantId() == line.consultantId())
			.findFirst();
	}

	private String summary(ProposalLine line, ProposalRevision revision) {
		return say("proposals.changes.line", period(line), line.days().days(),
				this.formats.rate(line.dayRate(), revision.currency()));
	}

	private void compare(ProposalLine before, ProposalLine after, ProposalRevision from, ProposalRevision to,
			List<Change> changes) {
		String name = after.consultantName();
		add(changes, name, "proposals.line.period", period(before), period(after));
		add(changes, name, "proposals.line.allocation", weeks(before), weeks(after));
		add(changes, name, "proposals.line.rate", this.formats.rate(before.dayRate(), from.currency()),
				this.formats.rate(after.dayRate(), to.currency()));
		add(changes, name, "proposals.line.discount", this.formats.percent(before.discountPercent()),
				this.formats.percent(after.discountPercent()));
		add(changes, name, "proposals.line.days", this.formats.days(before.days()), this.formats.days(after.days()));
		add(changes, name, "proposals.line.amount", this.formats.money(before.amount(), from.currency()),
				this.formats.money(after.amount(), to.currency()));
	}

	private void compare(ProposalRevision before, ProposalRevision after, List<Change> changes) {
		add(changes, null, "proposals.note", before.note(), after.note());
		add(changes, null, "proposals.country", holidays(before), holidays(after));
		add(changes, null, "proposals.validUntil", this.formats.date(before.validUntil()),
				this.formats.date(after.validUntil()));
		if (after.contentHash() != null) {
			// A draft gets its terms when it is sent.
			add(changes, null, "stationery.terms.edit", version(before), version(after));
		}
		add(changes, null, "proposals.discount", this.formats.percent(before.discountPercent()),
				this.formats.percent(after.discountPercent()));
		add(changes, null, "proposals.scope", this.formats.percent(before.scopePercent()),
				this.formats.percent(after.scopePercent()));
		add(changes, null, "proposals.cap", this.formats.money(before.cap(), before.currency()),
				this.formats.money(after.cap(), after.currency()));
		add(changes, null, "proposals.rises", rises(before, after), rises(after, before));
		add(changes, null, "proposals.changes.volume", this.formats.percent(before.volumePercent()) + " %",
				this.formats.percent(after.volumePercent()) + " %");
		add(changes, null, "proposals.changes.vat", vat(before), vat(after));
		add(changes, null, "proposals.total", this.formats.money(before.total(), before.currency()),
				this.formats.money(after.total(), after.currency()));
	}

	private String vat(ProposalRevision revision) {
		return say(revision.vatBasis().label(), this.formats.percent(revision.vatPercent()), revision.vatBasis().tax());
	}

	private String period(ProposalLine line) {
		return this.formats.date(line.dates().from()) + " – " + this.formats.date(line.dates().to())
				+ (line.endsHalf() ? " (" + say("proposals.line.half") + ")" : "");
	}

	private String weeks(ProposalLine line) {
		return line.pattern()
			.withHalfDay(null)
			.stretches(line.dates())
			.stream()
			.map((stretch) -> say("proposals.changes.weeks", stretch.allocation().perWeek().days(),
					weekdays(stretch.allocation()), this.formats.date(stretch.period().from())))
			.collect(Collectors.joining("; "));
	}

	/** As in: Mon, Tue, Wed ½. */
	private static String weekdays(Allocation allocation) {
		return allocation.halves()
			.entrySet()
			.stream()
			.map((day) -> day.getKey().getDisplayName(TextStyle.SHORT, Locale.UK) + ((day.getValue() == 1) ? " ½" : ""))
			.collect(Collectors.joining(", "));
	}

	private static boolean isSame(BigDecimal one, @Nullable BigDecimal other) {
		return other != null && one.compareTo(other) == 0;
	}

	/** What both have is left out where the other begins after it: its rates have it. */
	private @Nullable String rises(ProposalRevision revision, ProposalRevision other) {
		Map<LocalDate, BigDecimal> rises = revision.seenRises();
		rises.entrySet()
			.removeIf((rise) -> !other.seenRises().containsKey(rise.getKey())
					&& isSame(rise.getValue(), other.rises().get(rise.getKey())));
		return rises.isEmpty() ? null
				: rises.entrySet()
					.stream()
					.map((rise) -> say("proposals.rise.shown", this.formats.date(rise.getKey()),
							this.formats.percent(rise.getValue())))
					.collect(Collectors.joining(" "));
	}

	private String holidays(ProposalRevision revision) {
		return say("proposals.months.where." + revision.holidayRule(), this.formats.place(revision.holidays()));
	}

	private static @Nullable String version(ProposalRevision revision) {
		return (revision.termsVersion() != null) ? String.valueOf(revision.termsVersion()) : null;
	}

	private void add(List<Change> changes, @Nullable String name, String label, @Nullable String before,
			@Nullable String after) {
		if (!Objects.equals(before, after)) {
			changes.add(new Change((name != null) ? name + ": " + say(label) : say(label), before, after));
		}
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
