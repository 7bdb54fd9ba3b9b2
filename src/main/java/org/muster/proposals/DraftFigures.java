package org.muster.proposals;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.evidence.SealKeys;

/**
 * The days and sums of drafts that are sent together, as they stand on a page. A page
 * carries them as a code, so that what is sent can be held against what was seen.
 *
 * @param content the hash of everything that the drafts offer and of what that costs us,
 * which margins and discounts follow from, in hexadecimal digits. Never shown to clients.
 * @param offers by the number of the revision
 */
record DraftFigures(String content, Map<Integer, Offer> offers) {

	/** Longer ones are not carried along: an address has to take them. */
	private static final int LONGEST_CODE = 6000;

	private static final Pattern OFFER = Pattern.compile("(\\d{1,9}):(\\d{1,15}(?:\\.\\d{1,4})?):([\\d=.,]*)");

	private static final Pattern LINE = Pattern.compile("(\\d{1,9})=(\\d{1,9})=(\\d{1,15}(?:\\.\\d{1,4})?)");

	/**
	 * One of the alternatives.
	 *
	 * @param alternative A, B or C; {@code null} for the only one, and in what was read
	 * from a code
	 * @param total with VAT
	 * @param lines by number
	 */
	record Offer(@Nullable String alternative, BigDecimal total, Map<Integer, Line> lines) {
	}

	/**
	 * A line.
	 *
	 * @param name of the person; {@code null} in what was read from a code
	 * @param amount before the discount on the whole
	 */
	record Line(@Nullable String name, DayCount days, BigDecimal amount) {
	}

	/** Those of a round as they stand. */
	static DraftFigures of(List<ProposalRevision> round) {
		StringBuilder content = new StringBuilder();
		Map<Integer, Offer> offers = new LinkedHashMap<>();
		for (ProposalRevision revision : round) {
			content.append(Seal.canonical(revision));
			revision.lines().forEach((line) -> content.append(costs(line)));
			Map<Integer, Line> lines = new LinkedHashMap<>();
			revision.lines()
				.forEach((line) -> lines.put(line.number(),
						new Line(line.consultantName(), line.days(), line.amount())));
			offers.put(revision.number(), new Offer(revision.alternative(), revision.total(), lines));
		}
		return new DraftFigures(SealKeys.hash(content.toString()), offers);
	}

	/** What a seal leaves out, since clients never see it. */
	private static String costs(ProposalLine line) {
		StringBuilder costs = new StringBuilder("list=" + plain(line.listAmount()));
		Map<YearMonth, BigDecimal> months = Objects.requireNonNullElse(line.costs(), Map.of());
		months.forEach((month, cost) -> costs.append(' ').append(month).append('=').append(plain(cost)));
		return costs.append('\n').toString();
	}

	private static String plain(BigDecimal amount) {
		return amount.stripTrailingZeros().toPlainString();
	}

	/** What a page carried; nothing where it cannot be read. */
	static Optional<DraftFigures> read(@Nullable String code) {
		if (code == null || code.length() > LONGEST_CODE) {
			return Optional.empty();
		}
		String[] parts = code.split(";");
		if (!parts[0].matches("[0-9a-f]{64}")) {
			return Optional.empty();
		}
		Map<Integer, Offer> offers = new LinkedHashMap<>();
		for (int index = 1; index < parts.length; index++) {
			Matcher offer = OFFER.matcher(parts[index]);
			if (!offer.matches()) {
				return Optional.empty();
			}
			offers.put(Integer.valueOf(offer.group(1)),
					new Offer(null, new BigDecimal(offer.group(2)), lines(offer.group(3))));
		}
		return Optional.of(new DraftFigures(parts[0], offers));
	}

	private static Map<Integer, Line> lines(String code) {
		Map<Integer, Line> lines = new LinkedHashMap<>();
		Matcher line = LINE.matcher(code);
		while (line.find()) {
			lines.put(Integer.valueOf(line.group(1)),
					new Line(null, new DayCount(Integer.parseInt(line.group(2))), new BigDecimal(line.group(3))));
		}
		return lines;
	}

	/** What a page carries: empty where it would be too long for an address. */
	String code() {
		StringBuilder code = new StringBuilder(this.content);
		this.offers.forEach((number, offer) -> {
			List<String> lines = new ArrayList<>();
			offer.lines()
				.forEach((line, one) -> lines
					.add(line + "=" + one.days().halves() + "=" + one.amount().toPlainString()));
			code.append(';')
				.append(number)
				.append(':')
				.append(offer.total().toPlainString())
				.append(':')
				.append(String.join(",", lines));
		});
		return (code.length() > LONGEST_CODE) ? "" : code.toString();
	}

	/**
	 * The figures that were seen, where everything else is as it stands: somebody has
	 * saved it.
	 */
	DraftFigures saved(DraftFigures now) {
		return new DraftFigures(now.content, this.offers);
	}

	/** Whether the drafts offer and cost the same, to the last word and cent. */
	boolean isSame(DraftFigures other) {
		return this.content.equals(other.content);
	}

}
