package org.muster.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberRange;
import org.muster.intake.Dates.Said;

/** Reads when the work is to be done, and how much of it. */
final class TermsReader {

	private static final String LINK = "[\\s:]*(?:\\b(?:date|is|on|at|in|by|from|the|around|about|approximately|as|of|no|later|than|planned|expected|ideally|preferably|for|of|earliest|latest|possible|would|be|will|contract|project|assignment|engagement|work)\\b[\\s:]*){0,6}";

	private static final Pattern START = SpelledNumbers.pattern(
			"\\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|commenc\\w+|kick[- ]?off|onboard\\w*|available|as of|from|needed|join(?:ing)?|beginn)\\b"
					+ LINK);

	private static final Pattern END = SpelledNumbers
		.pattern("\\b(?:end(?:s|ing)?|until|till|through|thru|finish\\w*|complet\\w+|deadline|runs? to|bis)\\b" + LINK);

	private static final Pattern TO = SpelledNumbers.pattern("^\\s*(?:–|—|-|to|until|till|and)\\s*(?:the\\s+)?");

	private static final Pattern SOON = SpelledNumbers.pattern(
			"\\b(?:asap|a\\.s\\.a\\.p\\.|as soon as possible|immediate(?:ly)?|right away|at once|ab sofort|d[eè]s que possible)\\b");

	private static final Pattern IN_WEEKS = SpelledNumbers
		.pattern("\\b(?:start\\w*|begin\\w*|needed|available|join\\w*)\\b[^.]{0,20}\\b(?:in|within)\\s+("
				+ SpelledNumbers.NUMBER + ")\\s+(weeks?|months?)\\b");

	private static final Pattern LENGTH = SpelledNumbers.pattern("(?<![\\p{L}\\d.,])(" + SpelledNumbers.NUMBER
			+ "|an?|half a)\\s*\\+?\\s*(?:(?:-|–|to)\\s*(" + SpelledNumbers.NUMBER
			+ ")\\s*)?[- ]?(months?|weeks?|quarters?|years?|monate?n?|wochen|mois|meses)\\b");

	private static final Pattern LENGTH_CUE = SpelledNumbers.pattern(
			"\\b(?:duration|length|term|period|for|contract|over|last(?:s|ing)?|initial(?:ly)?|laufzeit|dauer|dur[ée]e|duraci[oó]n|dura[cç][aã]o)\\b[^.;]{0,25}$");

	private static final Pattern LENGTH_AFTER = SpelledNumbers.pattern(
			"^\\s*(?:'s?\\s*)?(?:long\\s+)?(?:from|starting|beginning|contract|project|engagement|assignment|duration|period|mission|in duration|term|gig|stint)\\b");

	private static final Pattern NO_LENGTH = SpelledNumbers.pattern(
			"^\\W{0,3}(?:of\\s+)?(?:[\\p{L}-]+\\s+){0,3}experience|^\\W{0,3}(?:ago|in\\s+(?:the\\s+)?(?:role|industry|field|business)|old|notice|working|with|as|using|plus|or more|probation|of\\s+(?:java|python|work|hands))");

	private static final Pattern DAYS = SpelledNumbers.pattern(
			"(?<![\\p{L}\\d.,/-])(\\d[.,'’ ]\\d{3}|\\d{1,4}(?:[.,]5|\\s?½)?)\\s*(?:(?:-|–|to)\\s*(\\d{1,4}))?\\s*(working |work |business |man[- ]?|person[- ]?|consult(?:ing|ant) |billable |project )?days?\\b(?!\\s*(?:a|per|/|each|every|in)\\s*(?:the\\s+)?(?:week|month|year|office)|['’]?\\s*(?:of\\s+)?(?:notice|payment|holiday|vacation|leave|paid|off|ago|annual|trial|from|after|before|late))");

	private static final Pattern DAYS_CUE = SpelledNumbers.pattern(
			"\\b(?:budget(?:ed)?|effort|volume|total|about|approximately|around|roughly|up to|estimat\\w+|duration|for|conting[ae]nt|scope|of|workload|days?)\\W{0,3}(?:of|is|at|a|are|:|up to|about|around)?\\W{0,3}(?:\\w+\\s)?$");

	private static final Pattern IN_ALL = SpelledNumbers
		.pattern("^\\s*(?:in total|overall|altogether|all in all|of (?:work|effort))\\b");

	private static final Pattern PER_WEEK = SpelledNumbers.pattern("(?<![\\p{L}\\d.,])(" + SpelledNumbers.NUMBER
			+ "(?:[.,]5|\\s?½)?)(?:\\s*(?:-|–|to|or)\\s*(" + SpelledNumbers.NUMBER
			+ "(?:[.,]5|\\s?½)?))?\\s*(?:full |working |work )?days?\\s*(?:a|per|/|each|every|in the|weekly|por|par|pro)\\s*(?:week|semana|semaine|woche)?\\b");

	private static final Pattern PLACE = SpelledNumbers
		.pattern("\\b(?:office|on[- ]?site|remote(?:ly)?|from home|home office|in person|premises|hybrid)\\b");

	private static final Pattern FULL_TIME = SpelledNumbers
		.pattern("\\b(?:full[- ]?time|vollzeit|temps plein|tiempo completo|tempo inteiro)\\b");

	private static final Pattern SHARE = SpelledNumbers.pattern(
			"(?<![\\d.,])(\\d{2,3})\\s*%\\s*(?:workload|fte|capacity|allocation|availability|position|pensum|part[- ]time|of (?:a )?full[- ]time|time)|(?:workload|allocation|capacity|pensum|part[- ]time|availability)\\W{1,3}(?:of\\s+)?(?:\\()?(\\d{2,3})\\s*%");

	private static final Pattern FTE = SpelledNumbers.pattern("(?<![\\d.,])(0[.,]\\d{1,2}|1(?:[.,]0)?)\\s*FTE\\b");

	private static final Pattern HOURS = SpelledNumbers
		.pattern("(?<![\\d.,])(\\d{1,2})\\s*(?:h|hours?|hrs?)\\s*(?:a|per|/|each)\\s*week\\b");

	private static final BigDecimal FULL_WEEK = new BigDecimal("5");

	/** Days of a week, and shares of a position. */
	private static final NumberRange SMALL = NumberRange.of(NumberRange.Unit.PLAIN, "0", "999", "0.01");

	private final ReadableText notes;

	private final Dates dates;

	private final LocalDate today;

	TermsReader(ReadableText notes, LocalDate today) {
		this.notes = notes;
		this.dates = new Dates(today);
		this.today = today;
	}

	List<Finding> read() {
		Finding start = null;
		Finding end = null;
		for (Clause clause : this.notes.clauses()) {
			for (Said said : this.dates.within(clause.text())) {
				String ahead = clause.before(said.start(), 70);
				if (end == null && start != null && (endsWith(END, ahead) || isAfter(clause, start, said))) {
					end = date(BriefField.END, said.last(), clause, said);
				}
				else if (end == null && endsWith(END, ahead) && said.last().isAfter(this.today)) {
					end = date(BriefField.END, said.last(), clause, said);
				}
				else if (start == null && endsWith(START, ahead) && !said.first().isBefore(this.today.minusMonths(1))) {
					start = date(BriefField.START, said.first(), clause, said);
				}
			}
		}
		if (start == null) {
			start = soon();
		}
		Finding perWeek = perWeek();
		Finding days = days();
		if (end == null && days == null) {
			end = length(start);
		}
		List<Finding> found = new ArrayList<>();
		for (Finding one : new Finding[] { start, end, days, perWeek }) {
			if (one != null) {
				found.add(one);
			}
		}
		return found;
	}

	private static boolean endsWith(Pattern cue, String ahead) {
		Matcher matcher = cue.matcher(ahead);
		while (matcher.find()) {
			if (matcher.end() == ahead.length()) {
				return true;
			}
		}
		return false;
	}

	/** "From 1 March to 30 June". */
	private boolean isAfter(Clause clause, Finding start, Said said) {
		Passage passage = start.passage();
		if (passage == null || passage.start() < clause.start() || passage.start() > clause.end()) {
			return false;
		}
		int from = passage.start() - clause.start() + passage.said().length();
		return from <= said.start() && TO.matcher(clause.text().substring(from, said.start())).matches();
	}

	private Finding date(BriefField field, LocalDate date, Clause clause, Said said) {
		return Finding.of(field, date, said.exact() ? Confidence.CERTAIN : Confidence.LIKELY,
				this.notes.passage(clause.start() + said.start(), clause.start() + said.end()));
	}

	private @Nullable Finding soon() {
		for (Clause clause : this.notes.clauses()) {
			Matcher weeks = IN_WEEKS.matcher(clause.text());
			if (weeks.find()) {
				int count = SpelledNumbers.number(weeks.group(1));
				LocalDate date = weeks.group(2).startsWith("w") ? this.today.plusWeeks(count)
						: this.today.plusMonths(count);
				return Finding.of(BriefField.START, date, Confidence.LIKELY, this.notes.passage(clause, weeks));
			}
			Matcher soon = SOON.matcher(clause.text());
			if (soon.find()) {
				return Finding.of(BriefField.START, this.today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)),
						Confidence.LIKELY, this.notes.passage(clause, soon));
			}
		}
		return null;
	}

	/** From a start on, or else as days. */
	private @Nullable Finding length(@Nullable Finding start) {
		for (Clause clause : this.notes.clauses()) {
			Matcher matcher = LENGTH.matcher(clause.text());
			while (matcher.find()) {
				String ahead = clause.before(matcher.start(), 60);
				String after = clause.after(matcher.end(), 80);
				if (NO_LENGTH.matcher(after).find()
						|| !(LENGTH_CUE.matcher(ahead).find() || LENGTH_AFTER.matcher(after).find())) {
					continue;
				}
				Passage passage = this.notes.passage(clause, matcher);
				if (start == null) {
					return null;
				}
				LocalDate first = LocalDate.parse(start.value());
				LocalDate end = plus(first, matcher).minusDays(1);
				return end.isBefore(first) || end.isAfter(first.plusYears(10)) ? null
						: Finding.of(BriefField.END, end, Confidence.LIKELY, passage);
			}
		}
		return null;
	}

	private static LocalDate plus(LocalDate first, Matcher length) {
		String said = (length.group(2) != null) ? length.group(2) : length.group(1);
		boolean half = said.startsWith("half");
		int count = (said.startsWith("a") || half) ? 1 : SpelledNumbers.number(said);
		return switch (Character.toLowerCase(length.group(3).charAt(0))) {
			case 'w' -> first.plusWeeks(count);
			case 'q' -> first.plusMonths(3L * count);
			case 'y' -> half ? first.plusMonths(6) : first.plusYears(count);
			default -> half ? first.plusDays(15) : first.plusMonths(count);
		};
	}

	private @Nullable Finding days() {
		for (Clause clause : this.notes.clauses()) {
			Matcher matcher = DAYS.matcher(clause.text());
			while (matcher.find()) {
				String ahead = clause.before(matcher.start(), 40);
				boolean plain = matcher.group(3) == null;
				BigDecimal days = NumberKind.REQUEST_DAYS
					.read((matcher.group(2) != null) ? matcher.group(2) : matcher.group(1));
				if (days != null
						&& (!plain || DAYS_CUE.matcher(ahead).find()
								|| IN_ALL.matcher(clause.after(matcher.end(), 25)).find())
						&& days.compareTo(FULL_WEEK) > 0 && !ahead.endsWith("within ")) {
					return Finding.of(BriefField.DAYS, days.toPlainString(),
							plain ? Confidence.LIKELY : Confidence.CERTAIN, this.notes.passage(clause, matcher));
				}
			}
		}
		return null;
	}

	private @Nullable Finding perWeek() {
		Finding likely = null;
		for (Clause clause : this.notes.clauses()) {
			Matcher said = PER_WEEK.matcher(clause.text());
			while (said.find()) {
				boolean place = PLACE.matcher(clause.after(said.end(), 25)).find()
						|| PLACE.matcher(clause.before(said.start(), 25)).find();
				if (!place && said.group().matches(".*(?:week|semana|semaine|woche|weekly)")) {
					return perWeek(number((said.group(2) != null) ? said.group(2) : said.group(1)), Confidence.CERTAIN,
							clause, said)
						.orElse(likely);
				}
			}
			likely = (likely != null) ? likely : share(clause);
		}
		return likely;
	}

	private @Nullable Finding share(Clause clause) {
		Matcher share = SHARE.matcher(clause.text());
		if (share.find()) {
			String percent = (share.group(1) != null) ? share.group(1) : share.group(2);
			return perWeek(new BigDecimal(percent).divide(new BigDecimal("20")), Confidence.LIKELY, clause, share)
				.orElse(null);
		}
		Matcher fte = FTE.matcher(clause.text());
		if (fte.find()) {
			return perWeek(number(fte.group(1)).multiply(FULL_WEEK), Confidence.LIKELY, clause, fte).orElse(null);
		}
		Matcher hours = HOURS.matcher(clause.text());
		if (hours.find()) {
			return perWeek(new BigDecimal(hours.group(1)).divide(new BigDecimal("8")), Confidence.LIKELY, clause, hours)
				.orElse(null);
		}
		Matcher full = FULL_TIME.matcher(clause.text());
		return full.find() ? perWeek(FULL_WEEK, Confidence.CERTAIN, clause, full).orElse(null) : null;
	}

	private static BigDecimal number(String said) {
		BigDecimal number = SMALL.read(said);
		return (number != null) ? number : BigDecimal.valueOf(SpelledNumbers.number(said));
	}

	/** To the half day; nothing for more than a week has. */
	private Optional<Finding> perWeek(BigDecimal days, Confidence confidence, Clause clause, Matcher said) {
		BigDecimal halves = days.multiply(BigDecimal.valueOf(2)).setScale(0, RoundingMode.HALF_UP);
		if (halves.signum() <= 0 || halves.compareTo(BigDecimal.TEN) > 0) {
			return Optional.empty();
		}
		String value = halves.divide(BigDecimal.valueOf(2)).stripTrailingZeros().toPlainString();
		return Optional.of(Finding.of(BriefField.DAYS_PER_WEEK, value, confidence, this.notes.passage(clause, said)));
	}

}
