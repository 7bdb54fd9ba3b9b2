package org.muster.proposals;

import java.util.Comparator;

import org.muster.calendar.Period;
import org.jspecify.annotations.Nullable;
import org.muster.evidence.SealKeys;
import org.muster.evidence.SealedText;

/**
 * The hash of everything that a sent revision offers (SHA-256, FIPS 180-4), over lines
 * {@code name=value} in a fixed order: what both sides can hold against their copies.
 * Whoever can change the database can change the hash as well; see {@link Seals}.
 */
final class Seal {

	private final SealedText text = new SealedText();

	private Seal() {
	}

	/** In hexadecimal digits. */
	static String of(ProposalRevision revision) {
		return SealKeys.hash(canonical(revision));
	}

	/**
	 * What is hashed. A person stands there by reference: names and what is said of
	 * people have to be erased if they ask for it. Pay rates are no part of it either:
	 * clients, who can ask for the text, never see them.
	 */
	static String canonical(ProposalRevision revision) {
		Seal seal = new Seal();
		seal.add("proposal", revision.proposalReference());
		seal.add("revision", revision.number());
		if (revision.alternative() != null) {
			seal.add("alternative", revision.alternative());
		}
		seal.add("title", revision.title());
		seal.add("seller", revision.seller());
		seal.add("buyer", revision.buyer());
		seal.add("terms", revision.termsVersion());
		seal.add("currency", revision.currency());
		seal.add("holidays",
				revision.holidays().country() + "/" + revision.holidays().region() + "/" + revision.holidayRule());
		seal.add("validUntil", revision.validUntil());
		seal.add("note", revision.note());
		// What came later is left out where it says nothing, so that older hashes hold.
		if (revision.deadlineZone() != null) {
			seal.add("clock", revision.deadlineZone());
		}
		revision.rises().forEach((from, percent) -> seal.add("rise", from + " " + SealedText.plain(percent)));
		if (revision.agreement() != null) {
			seal.add("agreement", revision.agreement() + " " + revision.agreementDays() + " "
					+ SealedText.plain(revision.volumePercent()));
		}
		seal.add("sentBy", revision.sentByName());
		seal.add("sentAt", revision.sentAt());
		revision.lines().stream().sorted(Comparator.comparing(ProposalLine::number)).forEach(seal::add);
		seal.add("subtotal", revision.subtotal());
		seal.add("discountPercent", revision.discountPercent());
		seal.add("scopePercent", revision.scopePercent());
		seal.add("cap", revision.cap());
		seal.add("vat", revision.vatTreatment() + " " + SealedText.plain(revision.vatPercent()));
		if (revision.vatBasis().territory() != null) {
			seal.add("vatTerritory", revision.vatBasis().territory());
		}
		if (revision.isVatChanging()) {
			revision.vatShares()
				.forEach((share) -> seal.add("vatFrom", share.month() + " " + SealedText.plain(share.percent()) + " of "
						+ SealedText.plain(share.net()) + ": " + SealedText.plain(share.tax())));
		}
		seal.add("vatAmount", revision.vat());
		seal.add("total", revision.total());
		return seal.text.toString();
	}

	private void add(ProposalLine line) {
		add("line", line.number());
		add("position", line.positionNumber());
		add("role", line.role());
		add("person", line.consultantReference());
		add("score", line.score());
		add("allocation", line.allocation());
		line.pattern().later().forEach((from, allocation) -> add("later", from + " " + allocation));
		line.pattern()
			.pauses()
			.stream()
			.sorted(Comparator.comparing(Period::from))
			.forEach((pause) -> add("pause", pause.from() + " " + pause.to()));
		add("from", line.period().from());
		add("to", line.period().to());
		if (line.endsHalf()) {
			add("lastDay", "half");
		}
		add("rate", line.billRate());
		if (line.list().billedFrom() != null) {
			add("risesAfter", line.list().billedFrom());
		}
		if (line.pay().exchangeRate() != null) {
			add("exchange", SealedText.plain(line.pay().exchangeRate()) + " of " + line.pay().exchangedOn());
		}
		if (line.onCallFactor() != null) {
			add("onCall", line.onCallFactor());
		}
		if (line.weekendFactor() != null) {
			add("weekend", line.weekendFactor());
		}
		add("absencePercent", line.absencePercent());
		add("lineDiscountPercent", line.discountPercent());
		line.months()
			.stream()
			.sorted(Comparator.comparing(LineMonth::monthStart))
			.forEach((month) -> add("month",
					month.month() + " " + month.days() + " of " + month.allocated() + " less " + month.holidayDays()
							+ " and " + month.leaveDays() + " and " + month.closedDays() + " and " + month.pausedDays()
							+ " for " + SealedText.plain(month.amount()) + " " + month.holidays() + " "
							+ month.closings() + " " + month.codes()));
		add("days", line.days());
		add("amount", line.amount());
	}

	private void add(String name, @Nullable Object value) {
		this.text.add(name, value);
	}

}
